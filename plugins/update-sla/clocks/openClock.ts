import type { Sql } from '#kit/transaction.ts'
import { slaError } from '../errors.ts'

/** A clock that still runs, locked until the transaction ends. */
export type OpenClock = {
  id: number
  obligation: string
  collection: string
  docId: number
  owner: string
  eventAt: Date
  noticedAt: Date
  dueAt: Date
  isPaused: boolean
}

type Row = Omit<OpenClock, 'eventAt' | 'noticedAt' | 'dueAt'> & {
  eventAt: number
  noticedAt: number
  dueAt: number
  isEnded: boolean
  isVoid: boolean
}

/**
 * Finds a clock and locks it, so that of two people who do the same at once one is told. What was done a moment ago counts,
 * also when no tick has seen it yet.
 *
 * @throws clock_unknown, clock_void, clock_ended
 */
export const openClock = async (sql: Sql, id: number): Promise<OpenClock> => {
  await sql.query('select from sla.clocks where id = $1::bigint for update', [id])
  const { rows } = await sql.query<Row>(
    `with own as (
       select a.* from sla.adjustments a join sla.clocks c on c.id = a.clock join sla.obligations o on o.code = c.obligation
         and o.version = c.version where c.id = $1::bigint and (o.definition ->> 'kind' <> 'review' or a.at >= c.event_at)
     )
     select c.id::float8 as id, c.obligation, c.collection, c.doc_id as "docId", c.owner,
       extract(epoch from c.event_at)::float8 * 1000 as "eventAt", extract(epoch from c.noticed_at)::float8 * 1000 as "noticedAt",
       extract(epoch from greatest(c.due_at, (select a.until from own a where a.kind = 'extend' order by a.at desc, a.id desc
         limit 1)))::float8 * 1000 as "dueAt",
       c.voided_at is not null as "isVoid",
       c.ended_at is not null or exists (select from sla.acts a where a.obligation = c.obligation and a.collection = c.collection
         and a.doc_id = c.doc_id and a.owner = c.owner and a.at > case when o.definition ->> 'kind' = 'review' then c.event_at
         else least(c.event_at, c.noticed_at) end) as "isEnded",
       coalesce((select a.kind = 'pause' from own a where a.kind <> 'extend' order by a.at desc, a.id desc limit 1), false)
         as "isPaused"
     from sla.clocks c join sla.obligations o on o.code = c.obligation and o.version = c.version where c.id = $1::bigint`,
    [id],
  )
  const row = rows[0]
  if (!row) throw slaError('clock_unknown')
  const { isEnded, isVoid, ...clock } = row
  if (isVoid) throw slaError('clock_void')
  if (isEnded) throw slaError('clock_ended')
  return {
    ...clock,
    eventAt: new Date(row.eventAt),
    noticedAt: new Date(row.noticedAt),
    dueAt: new Date(row.dueAt),
  }
}
