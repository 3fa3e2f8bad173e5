import type { Pool } from 'pg'
import type { ClockRow } from '../screens/readClocks.ts'

/** A time somebody stated, and when they did. */
export type Claim = {
  isEnd: boolean
  /** The time that was stated; null: it was taken out. */
  at: Date | null
  /** What had been stated before. */
  before: Date | null
  enteredAt: Date
  by: number | null
  lateReason: string | null
  /** Of a document, rather than an entry or an act by hand. */
  isOfDocument: boolean
}

/** What people stated of when a clock began or ended, by hand or in its document, in the order they entered it. */
export const readClaims = async (
  pool: Pool,
  { obligation, collection, docId, owner }: ClockRow,
): Promise<Claim[]> => {
  const { rows } = await pool.query<Claim>(
    `select false as "isEnd", e.event_at as at, null::timestamptz as before, e.entered_at as "enteredAt", e.entered_by as by,
       null as "lateReason", false as "isOfDocument"
     from sla.entries e where $2 = 'entry' and e.id = $3::integer
     union all select c.is_end, c.at, c.before, c.entered_at, c.by, c.late_reason, true
     from sla.claims c where c.collection = $2 and c.doc_id = $3::integer
     union all select true, a.at, null, a.entered_at, a.by, a.late_reason, false
     from sla.acts a where a.obligation = $1 and a.collection = $2 and a.doc_id = $3::integer and a.owner = $4
     order by 4`,
    [obligation, collection, docId, owner],
  )
  return rows
}

/** Who stated the time a clock began or ended at, and when: the last who said so. */
export const claimOf = (
  claims: readonly Claim[],
  { isEnd, at }: { isEnd: boolean; at: Date },
): Claim | undefined =>
  claims.findLast((one) => one.isEnd === isEnd && one.at?.getTime() === at.getTime())
