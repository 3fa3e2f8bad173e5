import { queueMail } from '#kit/mail/queueMail.ts'
import type { Mail } from '#kit/mail/queueMail.ts'
import type { Sql } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'

/** Hands a mail to the queue of this installation, on the caller's transaction; a second one of the same key is dropped. */
export const postMail = async (sql: Sql, mail: Mail): Promise<void> => {
  await (theOptions().queueMail ?? queueMail)(sql as Parameters<typeof queueMail>[0], mail)
}
