import type { Sql } from '#kit/transaction.ts'

/** A release of another log as a decision here rests on it. */
export type OriginFacts = {
  log: string
  seq: number
  document: number
  /** Who decided it there. */
  decidedBy: number
  category: number | null
  contentKind: string | null
  isEmergency: boolean
}

/** The release of another log with what a consent is measured by; undefined when there is none. */
export const originOf = async (
  sql: Sql,
  origin: { log: string; seq: number },
): Promise<OriginFacts | undefined> => {
  const { rows } = await sql.query<OriginFacts>(
    `select r.log, r.seq::float8 as seq, r.doc_id as document, d.decided_by as "decidedBy",
       editorial.value_in(r.body::jsonb, p.category)::integer as category,
       editorial.value_in(r.body::jsonb, p.kind) as "contentKind", editorial.is_emergency(d.id) as "isEmergency"
     from release.releases r join release.decisions d on d.id = r.decision_id
     left join release.projections p on p.collection = r.collection
     where r.log = $1 and r.seq = $2::bigint`,
    [origin.log, origin.seq],
  )
  return rows[0]
}
