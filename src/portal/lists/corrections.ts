import type { Pool } from 'pg'

/** A correction of a released document, as its readers are told of it. */
export type Correction = { at: string; explanation: string }

/** The corrections of a document since it was last withdrawn, newest first. */
export const readCorrections = async (
  pool: Pool,
  item: { collection: string; id: number },
): Promise<Correction[]> => {
  const { rows } = await pool.query<Correction>({
    name: 'portal_corrections',
    text: `select to_json(r.released_at) #>> '{}' as at, coalesce(r.explanation, '') as explanation
      from release.releases r where r.collection = $1 and r.doc_id = $2 and r.kind = 'correct'
        and not exists (select from release.releases w where w.collection = r.collection and w.doc_id = r.doc_id
          and w.kind = 'withdraw' and w.released_at > r.released_at)
      order by r.released_at desc limit 10`,
    values: [item.collection, item.id],
  })
  return rows
}
