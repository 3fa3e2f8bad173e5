import type { CollectionBeforeDeleteHook } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { refuse } from './refuse.ts'

/** What was ever released is never deleted, not even after its withdrawal. Bulk deletions pass here one by one. */
export const refuseDeletes: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const docId = Number(id)
  const sql = await sqlOf(req)
  const { rows } = await sql.query(
    'select seq from release.releases where collection = $1 and doc_id = $2::int limit 1',
    [collection.slug, docId],
  )
  if (rows.length === 0) return
  await refuse({
    req,
    collection: collection.slug,
    docId,
    operation: 'delete',
    code: 'delete_refused',
  })
}
