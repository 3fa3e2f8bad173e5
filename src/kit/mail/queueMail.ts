import { ADD_JOB, addJobValues } from '../enqueue.ts'

/** A mail; complete as plain text, the HTML says the same. */
export type Mail = {
  /** Says what the mail is about, once and for all: a second mail with the same key is not queued. */
  key: string
  to: readonly string[]
  subject: string
  text: string
  html: string
  /** Mails of one thread are shown together. */
  thread?: string
}

/** A connection within a transaction: of `pg`, or of a Payload request. */
type Connection = {
  query(text: string, values: unknown[]): Promise<{ rowCount: number | null }>
}

/**
 * Queues a mail on the caller's transaction.
 *
 * @returns false when a mail with that key was queued before, or nobody is to receive it
 */
export const queueMail = async (client: Connection, mail: Mail): Promise<boolean> => {
  if (mail.to.length === 0) return false
  const { rowCount } = await client.query(
    `insert into web.mails (key, recipients, subject, body_text, body_html, thread) values ($1, $2, $3, $4, $5, $6)
     on conflict (key) do nothing`,
    [mail.key, mail.to, mail.subject, mail.text, mail.html, mail.thread ?? null],
  )
  if (rowCount !== 1) return false
  await client.query(
    ADD_JOB,
    addJobValues({ task: 'sendMail', payload: { key: mail.key }, jobKey: `sendMail:${mail.key}` }),
  )
  return true
}
