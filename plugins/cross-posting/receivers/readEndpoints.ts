import type { Sql } from '#kit/transaction.ts'

/** An address of a site that is called. Times are ISO 8601. */
export type EndpointRow = {
  id: string
  url: string
  logs: string[]
  state: 'unverified' | 'active' | 'disabled' | 'gone'
  problem: string | null
  pending: number
  failures: number
  nextAt: string | null
  deadAt: string | null
  toldAt: string | null
}

/** One call of an endpoint. */
export type AttemptRow = {
  id: string
  at: string
  url: string
  type: 'release' | 'test' | 'endpoint.verify'
  log: string | null
  seq: number | null
  outcome: string
  status: number | null
  durationMs: number
  latencyMs: number | null
}

const time = (column: string) => `to_json(${column}) #>> '{}'`

/** The addresses of a site. */
export const readEndpoints = async (sql: Sql, site: string): Promise<EndpointRow[]> => {
  const { rows } = await sql.query<EndpointRow>(
    `select e.id, e.url, e.logs, e.state, e.problem, coalesce(h.pending, 0) as pending, coalesce(h.failures, 0) as failures,
       ${time('h.next_at')} as "nextAt", ${time('h.dead_at')} as "deadAt", (select ${time('max(a.started_at)')}
         from cross_posting.attempts a where a.endpoint_id = e.id and a.outcome = 'accepted') as "toldAt"
     from cross_posting.endpoints e left join lateral (
       select count(*) filter (where seq > told_seq)::int as pending, max(failures) as failures, max(dead_at) as dead_at,
         min(next_at) filter (where seq > told_seq) as next_at from cross_posting.hints where endpoint_id = e.id) h on true
     where e.site = $1 and e.state <> 'removed' order by e.created_at`,
    [site],
  )
  return rows
}

/** The calls of a site's endpoints, newest first. */
export const readAttempts = async (
  sql: Sql,
  options: { site: string; limit: number; offset: number; isFailedOnly: boolean },
): Promise<{ rows: AttemptRow[]; total: number }> => {
  const from = `from cross_posting.attempts a join cross_posting.endpoints e on e.id = a.endpoint_id
    where e.site = $1 and e.state <> 'removed' and (not $2::boolean or a.outcome <> 'accepted')`
  const values = [options.site, options.isFailedOnly]
  const { rows } = await sql.query<AttemptRow>(
    `select a.id::text as id, ${time('a.started_at')} as at, e.url, a.type, a.log, a.seq::float8 as seq, a.outcome, a.status,
       a.duration_ms as "durationMs", a.latency_ms as "latencyMs" ${from} order by a.id desc limit $3::int offset $4::int`,
    [...values, options.limit, options.offset],
  )
  const { rows: count } = await sql.query<{ n: number }>(
    `select count(*)::int as n ${from}`,
    values,
  )
  return { rows, total: count[0]?.n ?? 0 }
}
