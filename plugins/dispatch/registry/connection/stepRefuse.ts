import type { Craft } from './handOver.ts'
import { handOrder } from './handOver.ts'
import { giveOrder } from './ordersOf.ts'
import { awaitReceipt, receiptsOf, waitFor } from './receiptsOf.ts'
import { failed, passed } from './steps.ts'
import type { StepResult, TestStep } from './steps.ts'
import type { Trial } from './trial.ts'

/** What a device says when it does what it is told. */
const obeying = ['received', 'staged', 'playing', 'played', 'proven']

/** A message that must not be obeyed is refused by the device's answer or receipt, or passed over in silence. */
const refuses = async (
  trial: Trial,
  step: TestStep,
  craft: Craft,
  lifeMs?: number,
): Promise<StepResult> => {
  const order = await giveOrder(trial, { step, isWithheld: true, ...(lifeMs ? { lifeMs } : {}) })
  const handed = await handOrder(trial, order, craft)
  const receipt = await awaitReceipt(
    trial,
    order.deliveryId,
    [...obeying, 'refused'],
    trial.silenceMs,
  )
  const evidence = { dispatch: order.id, answer: handed.answer, receipt: receipt ?? null }
  if (receipt && receipt.kind !== 'refused') return failed('obeyed_anyway', evidence)
  return passed((receipt ?? !handed.isTaken) ? 'refused' : 'ignored', evidence)
}

/** A message that somebody else signed. */
export const badSignature = (trial: Trial) => refuses(trial, 'badSignature', { isForged: true })

/** A message that was signed ten minutes ago. */
export const outOfTime = (trial: Trial) => refuses(trial, 'outOfTime', { ageSeconds: 600 })

/** A message that has expired; it is in time by its signature. */
export const expired = (trial: Trial) => refuses(trial, 'expired', {}, -60_000)

/** The same message twice: the second time nothing sounds. */
export const replay = async (trial: Trial): Promise<StepResult> => {
  const order = await giveOrder(trial, { step: 'replay', seconds: 1, isHeld: true })
  await handOrder(trial, order)
  const first = await awaitReceipt(trial, order.deliveryId, ['playing', 'played', 'staged'])
  if (!first) return failed('no_receipt', { dispatch: order.id })
  const again = await handOrder(trial, order)
  const twice = await waitFor(async () => {
    const starts = (await receiptsOf(trial, order.deliveryId)).filter(
      (one) => one.kind === 'playing',
    )
    return new Set(starts.map((one) => one.eventId)).size > 1 ? starts : undefined
  }, trial.silenceMs)
  const evidence = { dispatch: order.id, answer: again.answer, starts: twice ?? null }
  return twice ? failed('played_twice', evidence) : passed('refused', evidence)
}
