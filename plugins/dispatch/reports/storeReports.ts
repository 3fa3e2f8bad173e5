import type { Pool } from 'pg'
import { receiptOfRung } from '#domain/dispatch/receiptLadder.ts'
import type { ReportBody } from './envelope.ts'
import { RUNG_OF_KIND, RUNG_OF_STATE, SAID, stateAt } from './ladderSql.ts'

/** A report that is authentic; how far the device's clock is ahead, where a heartbeat told it. */
export type Authentic = {
  deviceId: number
  body: ReportBody
  offsetMs: number | null
  now: Date
  /** As it was signed; key and signature in base64. */
  signed: { text: string; key: string; signature: string }
}

/**
 * Stores what many devices said, in one statement: receipts once each, states that only climb, the first time of each rung,
 * the newest heartbeat, and the reports themselves that brought a receipt, as they were signed.
 */
export const storeReports = async (pool: Pool, reports: readonly Authentic[]): Promise<void> => {
  const receipts = reports.flatMap(receiptsOf)
  const tellers = new Set(receipts.map((one) => one.n))
  const telling = reports
    .map(({ deviceId, signed }, n) => ({ n, deviceId, ...signed }))
    .filter(({ n }) => tellers.has(n))
  const states = newestOfEach(reports)
  await pool.query({
    name: 'dispatch reports',
    text: STORE,
    values: [
      receipts.map((one) => one.deviceId),
      receipts.map((one) => one.dispatch),
      receipts.map((one) => one.kind),
      receipts.map((one) => one.eventId),
      receipts.map((one) => one.at),
      receipts.map((one) => one.detail ?? null),
      receipts.map((one) =>
        one.seconds === undefined ? null : Math.round(one.seconds * 1000) / 1000,
      ),
      receipts.map((one) => (one.proof ? JSON.stringify(one.proof) : null)),
      receipts.map((one) => one.offsetMs),
      receipts.map((one) => one.isTold),
      states.map((one) => one.deviceId),
      states.map((one) => (one.body.heartbeat ? one.now : null)),
      states.map((one) => (one.body.heartbeat ? JSON.stringify(one.body.heartbeat) : null)),
      states.map((one) => one.offsetMs),
      receipts.map((one) => one.n),
      telling.map((one) => one.n),
      telling.map((one) => one.deviceId),
      telling.map((one) => one.text),
      telling.map((one) => one.signature),
      telling.map((one) => one.key),
    ],
  })
}

const receiptsOf = ({ deviceId, body, offsetMs, now }: Authentic, n: number) => [
  ...body.receipts.map((one) => ({ ...one, n, deviceId, offsetMs, isTold: false })),
  ...(body.heartbeat?.recent ?? []).flatMap(({ dispatch, rung }) => {
    // A heartbeat names what the device has; that is a receipt where the one it stands for was lost.
    const kind = receiptOfRung(rung)
    // What it says in full stands in the same report.
    if (!kind || body.receipts.some((one) => one.dispatch === dispatch)) return []
    const at = now.toISOString()
    const told = { n, dispatch, kind, eventId: 'heartbeat', at, deviceId, offsetMs, isTold: true }
    return [{ ...told, detail: undefined, seconds: undefined, proof: undefined }]
  }),
]

/** One row a device; of two reports in a batch the later with a heartbeat. */
const newestOfEach = (reports: readonly Authentic[]): Authentic[] => {
  const newest = new Map<number, Authentic>()
  for (const one of reports) {
    const known = newest.get(one.deviceId)
    if (!known || one.body.heartbeat || !known.body.heartbeat) newest.set(one.deviceId, one)
  }
  return [...newest.values()].sort((a, b) => a.deviceId - b.deviceId)
}

/** The device's time of an event, but neither before the instruction nor after we were told. */
const AT = `greatest(least(r.device_at, clock_timestamp()), m.made_at)`

/**
 * What a device says of a dispatch that was not meant for it is passed over. Rows are locked in the order of their ids, as
 * the sender locks them.
 */
const STORE = `with p as materialized (
    select p.*, nextval('dispatch.report_ids') as id from unnest($16::int[], $17::int[], $18::text[], $19::text[], $20::text[])
      as p (n, device_id, signed, signature, key)),
  r as materialized (
    select r.*, p.id as report_id, ${RUNG_OF_KIND} as rung from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[],
      $6::text[], $7::real[], $8::jsonb[], $9::int[], $10::bool[], $15::int[])
      as r (device_id, dispatch_id, kind, event_id, device_at, detail, seconds, proof, offset_ms, is_told, n) join p on p.n = r.n),
  m as materialized (
    select l.id, l.dispatch_id, l.device_id, l.state, ${RUNG_OF_STATE} as rung, d.created_at as made_at
    from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
    where (l.dispatch_id, l.device_id) in (select dispatch_id, device_id from r) order by l.id for update of l),
  made as (
    insert into dispatch.receipts (delivery_id, kind, event_id, device_at, detail, seconds, proof, offset_ms, is_late, report_id)
    select distinct on (m.id, r.kind, r.event_id) m.id, r.kind, r.event_id, ${AT}, r.detail, r.seconds, r.proof, r.offset_ms,
      m.state in ('expired', 'superseded', 'cancelled'), r.report_id
    from r join m on m.dispatch_id = r.dispatch_id and m.device_id = r.device_id
    where not r.is_told or r.rung > m.rung
    order by m.id, r.kind, r.event_id, r.device_at
    on conflict do nothing
    returning delivery_id, kind, device_at, stored_at, detail, seconds, report_id),
  kept as (
    insert into dispatch.reports (id, device_id, signed, signature, key)
    select p.id, p.device_id, p.signed, decode(p.signature, 'base64'), decode(p.key, 'base64')
    from p where p.id in (select report_id from made)),
  climb as (
    select r.delivery_id as id, ${SAID}
    from made r group by r.delivery_id),
  climbed as (
    update dispatch.deliveries l set
      state = ${stateAt('greatest(c.rung, m.rung)', 'c.is_refused')},
      confirm_by = null,
      received_at = least(l.received_at, c.received_at), staged_at = least(l.staged_at, c.staged_at),
      playing_at = least(l.playing_at, c.playing_at), played_at = least(l.played_at, c.played_at), proven_at = least(l.proven_at, c.proven_at),
      played_seconds = greatest(l.played_seconds, c.seconds), interrupted_by = coalesce(l.interrupted_by, c.interrupted_by::uuid),
      changed_at = clock_timestamp()
    from climb c join m on m.id = c.id where l.id = c.id returning l.device_id)
  insert into dispatch.device_states as d (device_id, seen_at, heartbeat_at, heartbeat, offset_ms)
  select s.device_id, clock_timestamp(), s.heartbeat_at, s.heartbeat, s.offset_ms
  from unnest($11::int[], $12::timestamptz[], $13::jsonb[], $14::int[]) as s (device_id, heartbeat_at, heartbeat, offset_ms)
  where (select count(*) from climbed) >= 0
  order by s.device_id
  on conflict (device_id) do update set seen_at = excluded.seen_at, offset_ms = coalesce(excluded.offset_ms, d.offset_ms),
    heartbeat = case when excluded.heartbeat_at >= coalesce(d.heartbeat_at, '-infinity') then excluded.heartbeat else d.heartbeat end,
    heartbeat_at = greatest(excluded.heartbeat_at, d.heartbeat_at)`
