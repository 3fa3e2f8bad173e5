import type { MediaFile } from '../../types.ts'
import { giveOrder } from './ordersOf.ts'
import { awaitReceipt } from './receiptsOf.ts'
import { failed, passed, skipped } from './steps.ts'
import type { StepResult } from './steps.ts'
import type { TestMedium } from './testMedia.ts'
import { testMedium } from './testMedia.ts'
import type { Trial } from './trial.ts'

/** A device takes a form it claims: it fetches the file, and its content is what was announced. */
export const takesForm =
  (form: 'text' | TestMedium) =>
  async (trial: Trial): Promise<StepResult> => {
    if (!trial.device.forms.includes(form)) return skipped('form_not_claimed')
    const media = form === 'text' ? [] : [await fileOf(trial, form)]
    const order = await giveOrder(trial, { step: form, media, delayMs: 1000 })
    const receipt = await awaitReceipt(
      trial,
      order.deliveryId,
      [...(form === 'text' ? ['received'] : []), 'staged', 'playing', 'played', 'refused'],
      trial.answerMs * 2,
    )
    const evidence = {
      dispatch: order.id,
      sha256: media[0]?.sha256 ?? null,
      receipt: receipt ?? null,
    }
    return receipt && receipt.kind !== 'refused'
      ? passed('done', evidence)
      : failed('media_not_taken', evidence)
  }

/** A file whose content is not what was announced is not played. */
export const wrongHash = async (trial: Trial): Promise<StepResult> => {
  const form = (['audio', 'image', 'video'] as const).find((one) =>
    trial.device.forms.includes(one),
  )
  if (!form) return skipped('no_media_claimed')
  const file = await fileOf(trial, form)
  const media = [
    { ...file, sha256: file.sha256.replace(/^../, (two) => (two === '00' ? '11' : '00')) },
  ]
  const order = await giveOrder(trial, { step: 'wrongHash', media, lifeMs: 30_000 })
  const receipt = await awaitReceipt(
    trial,
    order.deliveryId,
    ['staged', 'playing', 'played', 'refused'],
    trial.silenceMs,
  )
  const evidence = { dispatch: order.id, receipt: receipt ?? null }
  // Words may still be spoken where the file is none; only the file must not be.
  return receipt?.kind === 'staged'
    ? failed('broken_media_taken', evidence)
    : passed(receipt?.kind === 'refused' ? 'refused' : 'ignored', evidence)
}

const fileOf = async (trial: Trial, form: TestMedium): Promise<MediaFile> => {
  const { bytes, sha256, mimeType, extension, ...size } = await testMedium(form)
  return {
    role: form,
    url: `${trial.publicUrl}/api/dispatch/test-media/${form}.${extension}?sha256=${sha256}`,
    sha256,
    mimeType,
    bytes: bytes.length,
    ...size,
  }
}
