import type { Pool } from 'pg'

/** A dispatch in the list, with how far it has come. */
export type ListedDispatch = {
  id: string
  title: string
  issuer: string
  kind: string
  priority: string
  createdAt: string
  targets: number
  received: number
  played: number
  failed: number
  waiting: number
}

/** What may be asked of the list. */
export type ListAsked = {
  /** Only what reaches this commune, and only its part. */
  unit: string | null
  /** What these logs released is listed whole nevertheless. */
  logs: readonly string[]
  kind: string | undefined
  page: number
  pageSize: number
}

const WHERE = `($1::text is null or d.log = any($3::text[]) or exists (select from dispatch.deliveries x where x.dispatch_id = d.id and x.unit_code = $1))
  and ($2::text is null or ($2 = 'emergency' and d.priority = 'emergency' and d.kind <> 'exercise') or d.kind = $2)
  and d.kind <> 'test'`

/** Dispatches, newest first, with how many there are; connection tests stand with their devices. */
export const listDispatches = async (
  pool: Pool,
  { unit, logs, kind, page, pageSize }: ListAsked,
): Promise<{ rows: ListedDispatch[]; total: number }> => {
  const values = [unit, kind ?? null, logs]
  const [rows, total] = await Promise.all([
    pool.query<ListedDispatch>(
      `select d.id, d.title, d.issuer, d.kind, d.priority, to_json(d.created_at) #>> '{}' as "createdAt", c.*
       from (select * from dispatch.dispatches d where ${WHERE} order by d.created_at desc limit $4 offset $5) d, lateral (
         select count(*)::int as targets, count(*) filter (where l.received_at is not null or l.played_at is not null)::int as received,
           count(*) filter (where l.state in ('played', 'proven'))::int as played,
           count(*) filter (where l.state in ('dead', 'expired', 'refused'))::int as failed,
           count(*) filter (where l.state = 'queued')::int as waiting
         from dispatch.deliveries l where l.dispatch_id = d.id and ($1::text is null or d.log = any($3::text[]) or l.unit_code = $1)) c
       order by d.created_at desc`,
      [...values, pageSize, (page - 1) * pageSize],
    ),
    pool.query<{ total: number }>(
      `select count(*)::int as total from dispatch.dispatches d where ${WHERE}`,
      values,
    ),
  ])
  return { rows: rows.rows, total: total.rows[0]?.total ?? 0 }
}
