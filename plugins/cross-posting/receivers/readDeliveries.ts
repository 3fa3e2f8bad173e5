import type { Sql } from '#kit/transaction.ts'
import type { ReceiverSite } from './sites.ts'

/** How a site stands with what is released. */
export type DeliveryState =
  'unconnected' | 'good' | 'behind' | 'silent' | 'failing' | 'dead' | 'gone'

/** A site's deliveries in figures. Times are ISO 8601. */
export type Deliveries = ReceiverSite & {
  state: DeliveryState
  keys: number
  endpoints: number
  pulledAt: string | null
  /** Releases of the logs it reads that it has not asked for. */
  behind: number | null
  /** Hints that wait to be heard. */
  backlog: number
  failingSince: string | null
  /** From release to the answer, of the last seven days. */
  p50: number | null
  p99: number | null
}

type Row = Omit<Deliveries, 'state'> & {
  dead: number
  gone: number
  isBehind: boolean
  isSilent: boolean
}

/** A site that reads on its own looks about once a minute. */
const BEHIND_MINUTES = 10
const SILENT_HOURS = 24

/** The deliveries of sites, those in trouble first; only of `codes` unless it is null. */
export const readDeliveries = async (
  sql: Sql,
  codes: readonly string[] | null,
): Promise<Deliveries[]> => {
  const { rows } = await sql.query<Row>(
    `with pulls as (
       select p.site, max(p.pulled_at) as pulled_at, sum(greatest(0, q.seq - p.after))::float8 as behind
       from (select distinct on (site, log) site, log, after, pulled_at from cross_posting.pulls order by site, log, pulled_at desc) p
       left join release.site_sequences q on q.log = p.log group by p.site
     ), hints as (
       select e.site, count(*) filter (where h.seq > h.told_seq)::int as backlog,
         count(*) filter (where h.dead_at is not null)::int as dead, min(h.failing_since) as failing_since
       from cross_posting.hints h join cross_posting.endpoints e on e.id = h.endpoint_id and e.state = 'active' group by e.site
     ), endpoints as (
       select site, count(*) filter (where state = 'active')::int as active, count(*) filter (where state = 'gone')::int as gone
       from cross_posting.endpoints group by site
     ), latencies as (
       select e.site, percentile_cont(0.5) within group (order by a.latency_ms) as p50,
         percentile_cont(0.99) within group (order by a.latency_ms) as p99
       from cross_posting.attempts a join cross_posting.endpoints e on e.id = a.endpoint_id
       where a.latency_ms is not null and a.started_at > clock_timestamp() - interval '7 days' group by e.site
     )
     select s.id, s.code, s.name_vi as "nameVi", s.name_en as "nameEn", s.is_hosted_here as "isHostedHere",
       (select count(*)::int from cross_posting.site_keys k where k.site = s.code and k.revoked_at is null
         and k.expires_at > clock_timestamp() and (k.overlap_until is null or k.overlap_until > clock_timestamp())) as keys,
       coalesce(e.active, 0) as endpoints, coalesce(e.gone, 0) as gone, to_json(p.pulled_at) #>> '{}' as "pulledAt",
       p.behind, coalesce(h.backlog, 0) as backlog, coalesce(h.dead, 0) as dead,
       to_json(h.failing_since) #>> '{}' as "failingSince", l.p50, l.p99,
       coalesce(p.behind > 0 and p.pulled_at < clock_timestamp() - make_interval(mins => $2::int), false) as "isBehind",
       coalesce(p.pulled_at < clock_timestamp() - make_interval(hours => $3::int), false) as "isSilent"
     from cross_posting.sites s left join pulls p on p.site = s.code left join hints h on h.site = s.code
     left join endpoints e on e.site = s.code left join latencies l on l.site = s.code
     where s.is_active and s.kind <> 'city' and ($1::text[] is null or s.code = any($1::text[]))`,
    [codes && `{${codes.join()}}`, BEHIND_MINUTES, SILENT_HOURS],
  )
  return rows
    .map(({ dead, gone, isBehind, isSilent, ...row }) => ({
      ...row,
      state: stateOf(row, { dead, gone, isBehind, isSilent }),
    }))
    .sort(
      (a, b) =>
        order.indexOf(a.state) - order.indexOf(b.state) || a.nameVi.localeCompare(b.nameVi, 'vi'),
    )
}

const order: readonly DeliveryState[] = [
  'dead',
  'gone',
  'failing',
  'silent',
  'behind',
  'good',
  'unconnected',
]

const stateOf = (
  row: Pick<Deliveries, 'keys' | 'endpoints' | 'pulledAt' | 'failingSince'>,
  marks: Pick<Row, 'dead' | 'gone' | 'isBehind' | 'isSilent'>,
): DeliveryState => {
  if (marks.dead > 0) return 'dead'
  if (marks.gone > 0 && row.endpoints === 0) return 'gone'
  if (row.failingSince) return 'failing'
  if (marks.isSilent) return 'silent'
  if (marks.isBehind) return 'behind'
  return row.pulledAt || row.endpoints > 0 ? 'good' : 'unconnected'
}
