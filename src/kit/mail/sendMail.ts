import { createHash } from 'node:crypto'
import type { Task } from 'graphile-worker'
import type { JobContext } from '../jobContext.ts'
import { createTransport } from './createTransport.ts'
import { noteBounces } from './noteBounces.ts'

type Row = {
  recipients: string[]
  delivered: string[]
  subject: string
  body_text: string
  body_html: string
  thread: string | null
  /** Those of the recipients to whom nothing goes any more. */
  bounced: string[]
}

/**
 * The task that sends a queued mail, to each of its recipients once. A mail whose sending was cut off between the server's
 * yes and our note of it goes out again, with the same Message-ID.
 */
export const createSendMail = (context: JobContext): Task => {
  const { pool, env } = context
  const transport = createTransport(env)
  const host = new URL(env.publicUrl).hostname
  const idOf = (text: string) =>
    `<${createHash('sha256').update(text).digest('hex').slice(0, 32)}@${host}>`
  const noteError = async (key: string, error: unknown) => {
    const reason = error instanceof Error ? error.message.slice(0, 300) : 'unknown'
    await pool.query('update web.mails set last_error = $2 where key = $1', [key, reason])
    return new Error(`mail: could not be sent (${reason})`, { cause: error })
  }
  return async (payload) => {
    const { key } = payload as { key: string }
    const mail = await take(pool, key)
    if (!mail) return
    const left = mail.recipients.filter((one) => !isAmong(one, mail.delivered, mail.bounced))
    if (left.length === 0) {
      await pool.query(FINISH, [key, mail.delivered])
      return
    }
    const refused = await transport
      .send({
        to: mail.recipients,
        envelope: { from: env.mailFrom, to: left },
        subject: mail.subject,
        text: mail.body_text,
        html: mail.body_html,
        messageId: idOf(key),
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(mail.thread ? { references: idOf(mail.thread), inReplyTo: idOf(mail.thread) } : {}),
      })
      .catch(async (error: unknown) => {
        throw await noteError(key, error)
      })
    const delivered = [
      ...mail.delivered,
      ...left.filter((one) => !refused.some(({ email }) => email === one.toLowerCase())),
    ]
    const again = refused.find((one) => !one.isForGood)
    await pool.query(again ? GO_ON : FINISH, [key, delivered])
    await noteBounces({ pool, mailKey: key, refused, opsMail: env.opsMail })
    if (again) throw await noteError(key, new Error(again.reason))
  }
}

/** Sent when somebody has it; dropped when nobody does and nobody will. */
const FINISH = `update web.mails set delivered = $2, last_error = null,
  sent_at = case when cardinality($2::text[]) > 0 then now() end,
  dropped_at = case when cardinality($2::text[]) = 0 then now() end where key = $1`

const GO_ON = 'update web.mails set delivered = $2 where key = $1'

const take = async (pool: JobContext['pool'], key: string): Promise<Row | undefined> => {
  const { rows } = await pool.query<Row>(
    `update web.mails set attempts = attempts + 1 where key = $1 and sent_at is null and dropped_at is null
     returning recipients, delivered, subject, body_text, body_html, thread,
       array(select b.email from web.bounces b where b.cleared_at is null
         and b.email in (select lower(r) from unnest(recipients) r)) as bounced`,
    [key],
  )
  return rows[0]
}

const isAmong = (email: string, ...lists: string[][]): boolean =>
  lists.some((list) => list.some((one) => one.toLowerCase() === email.toLowerCase()))
