import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { boardFields } from '#kit/admin/compare/boardFields.ts'
import { demandThreadRole } from './demandThreadRole.ts'
import { logOf, threadsOf } from './store.ts'
import type { Thread } from './store.ts'

/** A thread with the words its field has in the form. */
export type ShownThread = Thread & { fieldLabel: string }

/**
 * The threads of a document, for those with a role on its board; [] for one that was never submitted.
 *
 * @throws PortalError not_a_member, people_only
 */
export const readThreads = async (options: {
  req: PayloadRequest
  collection: string
  docId: number
}): Promise<ShownThread[]> => {
  const { req, collection } = options
  const sql = await sqlOf(req)
  if ((await logOf(sql, options)) === null) return []
  await demandThreadRole(req, sql, options)
  const threads = await threadsOf(sql, options)
  const labels = new Map(boardFields(req, collection).map((field) => [field.path, field.label]))
  return threads.map((one) => ({ ...one, fieldLabel: labels.get(one.fieldPath) ?? one.fieldPath }))
}
