import type { PayloadRequest } from 'payload'
import { PortalError } from '#kit/portalError.ts'
import { sqlOf } from '#kit/transaction.ts'
import { spokenOfDraft } from '../content/spokenOf.ts'
import { wantedSpeech } from '../content/wantedForms.ts'
import { theForms } from '../formsOptions.ts'
import { makeOfDraft } from '../makeForm.ts'
import { readMade } from '../store/madeForms.ts'
import type { PanelInput } from './input.ts'

/** Longer than this is no bulletin; it would hold the engine up. */
const MOST_LETTERS = 12_000

/**
 * The speech of what is on the screen, made now unless it was before; the same file goes out when it is released.
 *
 * @throws PortalError `nothing_to_read`, `text_too_long`, `forms_off`, `voice_missing`, `voice_failed`
 */
export const listen = async (
  req: PayloadRequest,
  input: PanelInput,
): Promise<{ url: string; seconds: number | null; loudness: number | null }> => {
  if (!theForms().mediaDir) throw formsOff()
  const text = spokenOfDraft(input)
  if (text.trim() === '') throw nothing()
  if (text.length > MOST_LETTERS) throw tooLong()
  const wanted = wantedSpeech(text, 'vi')
  const sql = await sqlOf(req)
  const made = (await readMade(sql, [wanted.key])).get(wanted.key) ?? (await makeOfDraft(wanted))
  const [file] = made
  if (!file) throw nothing()
  const { seconds = null, loudness = null } = file
  return { url: `/api/dispatch/forms/made/${file.file}`, seconds, loudness }
}

const nothing = () =>
  new PortalError('nothing_to_read', 422, {
    vi: 'Chưa có nội dung để đọc.',
    en: 'There is nothing to read yet.',
  })

const tooLong = () =>
  new PortalError('text_too_long', 422, {
    vi: 'Nội dung quá dài để đọc trong một bản tin.',
    en: 'The text is too long to be read in one bulletin.',
  })

/** Nothing is made in an installation without a folder for it. */
export const formsOff = () =>
  new PortalError('forms_off', 503, {
    vi: 'Hệ thống chưa cấu hình thư mục để tạo âm thanh và hình bảng tin.',
    en: 'No folder is set in which sound and screens are made.',
  })
