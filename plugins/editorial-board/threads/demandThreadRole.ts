import type { PayloadRequest } from 'payload'
import type { Sql } from '#kit/transaction.ts'
import { demandVoice } from './demandVoice.ts'
import { threadError } from './errors.ts'
import { logOf } from './store.ts'

/**
 * The signed-in person, with a voice on the board that has the document before it now: a document that moves to another
 * site takes its threads along.
 *
 * @throws PortalError thread_missing when the document was never submitted; not_a_member, people_only
 */
export const demandThreadRole = async (
  req: PayloadRequest,
  sql: Sql,
  of: { collection: string; docId: number },
): Promise<number> => {
  const log = await logOf(sql, of)
  if (log === null) throw threadError('thread_missing')
  return demandVoice(req, log)
}
