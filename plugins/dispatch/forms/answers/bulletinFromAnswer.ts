import type { PayloadRequest } from 'payload'
import { speechOf } from '#domain/text/speech/speechOf.ts'
import { PortalError } from '#kit/portalError.ts'
import { sqlOf } from '#kit/transaction.ts'
import { theForms } from '../formsOptions.ts'
import { plainAnswer } from './plainAnswer.ts'

/** About what two minutes of reading hold; the writer shortens further. */
const MOST_WORDS = 450

type Released = { title: string; body: { body?: unknown; site?: number; answeredBy?: number } }

/**
 * Makes the draft of a bulletin out of a released answer: what the public reads already, as plain text, with its spoken
 * text; nothing of who asked. The same rights hold as for writing a bulletin.
 *
 * @throws PortalError `answer_not_released`; Payload's own refusal where the person may not write there
 */
export const bulletinFromAnswer = async (
  req: PayloadRequest,
  id: number,
): Promise<{ id: number }> => {
  const answer = await readReleased(req, id)
  const text = answer && plainAnswer(answer.body.body, MOST_WORDS)
  if (!answer || !text) throw notReleased()
  const bulletin = await req.payload.create({
    collection: 'bulletins',
    data: {
      title: answer.title,
      text,
      spokenText: speechOf(text, theForms().speech),
      priority: 'normal',
      messageKind: 'alert',
      answer: id,
      ...(answer.body.answeredBy ? { supplier: answer.body.answeredBy } : {}),
      site: answer.body.site,
    } as never, // what a released answer names exists
    locale: 'vi',
    draft: true,
    overrideAccess: false,
    req,
    depth: 0,
  })
  return { id: bulletin.id }
}

const readReleased = async (req: PayloadRequest, id: number): Promise<Released | undefined> => {
  if (!Number.isInteger(id)) return undefined
  const sql = await sqlOf(req)
  const { rows } = await sql.query<Released>(
    `select title, body from release.current_items
     where collection = 'answers' and doc_id = $1::int and locale = 'vi'`,
    [id],
  )
  return rows[0]
}

const notReleased = () =>
  new PortalError('answer_not_released', 409, {
    vi: 'Chỉ câu trả lời đã công bố bằng tiếng Việt mới làm thành bản tin được.',
    en: 'Only an answer that is public in Vietnamese becomes a bulletin.',
  })
