import { createHash } from 'node:crypto'
import type { Task } from 'graphile-worker'
import type { JobContext } from '../jobContext.ts'
import { createTransport } from './createTransport.ts'

type Row = {
  recipients: string[]
  subject: string
  body_text: string
  body_html: string
  thread: string | null
}

/**
 * The task that sends a queued mail. A mail whose sending was cut off between the server's yes and our note of it goes out
 * again, with the same Message-ID.
 */
export const createSendMail = (context: JobContext): Task => {
  const transport = createTransport(context.env)
  const host = new URL(context.env.publicUrl).hostname
  const idOf = (text: string) =>
    `<${createHash('sha256').update(text).digest('hex').slice(0, 32)}@${host}>`
  return async (payload) => {
    const { key } = payload as { key: string }
    const { rows } = await context.pool.query<Row>(
      `update web.mails set attempts = attempts + 1 where key = $1 and sent_at is null
       returning recipients, subject, body_text, body_html, thread`,
      [key],
    )
    const mail = rows[0]
    if (!mail) return
    try {
      await transport.send({
        to: mail.recipients,
        subject: mail.subject,
        text: mail.body_text,
        html: mail.body_html,
        messageId: idOf(key),
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(mail.thread ? { references: idOf(mail.thread), inReplyTo: idOf(mail.thread) } : {}),
      })
    } catch (error) {
      const reason = error instanceof Error ? error.message.slice(0, 300) : 'unknown'
      await context.pool.query('update web.mails set last_error = $2 where key = $1', [key, reason])
      throw new Error(`mail: could not be sent (${reason})`, { cause: error })
    }
    await context.pool.query(
      'update web.mails set sent_at = now(), last_error = null where key = $1',
      [key],
    )
  }
}
