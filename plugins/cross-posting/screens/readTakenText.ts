import type { Sql } from '#kit/transaction.ts'

/** The release of the original that a copy was taken from, as frozen; null for what came from outside. */
export const readTakenText = async (
  sql: Sql,
  copy: { collection: string; docId: number },
): Promise<string | null> => {
  const { rows } = await sql.query<{ body: string | null }>(
    `select r.body from cross_posting.copies c
     join release.releases r on r.log = c.root_log and r.seq = c.taken_seq
     where c.collection = $1 and c.doc_id = $2::int`,
    [copy.collection, copy.docId],
  )
  return rows[0]?.body ?? null
}
