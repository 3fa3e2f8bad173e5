import { createLocalReq } from 'payload'
import type { Payload } from 'payload'
import type { Pool } from 'pg'
import { queueMail } from '#kit/mail/queueMail.ts'
import type { Mail } from '#kit/mail/queueMail.ts'
import { withTransaction } from '#kit/transaction.ts'
import type { Locale } from '../site/portalSite.ts'
import type { Promised } from './promise.ts'
import type { Question } from './readQuestion.ts'
import { dayText } from './showSent.tsx'
import { questionWords } from './words.ts'

/**
 * Opens the case file of a question and queues the mail to the asker, both or neither. The same code again changes nothing.
 *
 * @returns when the question was received, the first time
 */
export const storeQuestion = async (options: {
  payload: Payload
  pool: Pool
  site: string
  locale: Locale
  question: Question
  code: string
  now: Date
  promise: (receivedAt: Date) => Promise<Promised>
  trackUrl: string
}): Promise<{ receivedAt: Date }> => {
  const { question, code } = options
  const before = await receivedAtOf(options.pool, code)
  if (before) return { receivedAt: before }
  const promised = await options.promise(options.now)
  const site = await siteIdOf(options.pool, options.site)
  const req = await createLocalReq({}, options.payload)
  try {
    await withTransaction(req, async (sql) => {
      await options.payload.create({
        collection: 'questions',
        data: {
          trackingCode: code,
          subject: question.subject,
          text: question.text,
          askerName: question.name,
          askerEmail: question.email || null,
          askerPhone: question.phone || null,
          site,
          receivedAt: options.now.toISOString(),
          consentedAt: options.now.toISOString(),
          status: 'received',
        },
        req,
        overrideAccess: true,
        depth: 0,
      })
      if (question.email !== '') await queueMail(sql, mailTo(options, promised))
    })
  } catch (error) {
    // Two fingers at once: the other request stored it.
    const stored = await receivedAtOf(options.pool, code)
    if (!stored) throw error
    return { receivedAt: stored }
  }
  return { receivedAt: options.now }
}

const receivedAtOf = async (pool: Pool, code: string): Promise<Date | undefined> => {
  const { rows } = await pool.query<{ at: Date }>(
    'select received_at as at from public.questions where tracking_code = $1',
    [code],
  )
  return rows[0]?.at
}

const siteIdOf = async (pool: Pool, code: string): Promise<number> => {
  const { rows } = await pool.query<{ id: number }>('select id from public.sites where code = $1', [
    code,
  ])
  if (!rows[0]) throw new Error(`portal: there is no site ${code}`)
  return rows[0].id
}

const mailTo = (options: Parameters<typeof storeQuestion>[0], promised: Promised): Mail => {
  const words = questionWords(options.locale)
  const { question, code } = options
  const text = words.mailText(question.subject, code, dayText(promised.answerBy), options.trackUrl)
  return {
    key: `question:${code}`,
    to: [question.email],
    subject: words.mailSubject(code),
    text,
    html: `<p>${escapeHtml(text).replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br>')}</p>`,
  }
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
