import type { Pool } from 'pg'

/** A dispatch with how far its deliveries have come. Times are ISO 8601. */
export type DispatchRow = {
  id: string
  title: string
  issuer: string
  kind: string
  priority: string
  createdAt: string
  expiresAt: string | null
  targets: number
  accepted: number
  received: number
  played: number
  proven: number
  failed: number
  waiting: number
}

/** One device's delivery. */
export type DeliveryRow = {
  id: string
  deviceCode: string
  deviceName: string | null
  unitName: string | null
  channel: string
  state: string
  attempts: number
  lastError: string | null
  acceptedAt: string | null
  receivedAt: string | null
  receipts: string[]
}

const time = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The newest dispatches. */
export const listDispatches = async (pool: Pool, limit: number): Promise<DispatchRow[]> => {
  const { rows } = await pool.query<DispatchRow>(
    selectFrom('(select * from dispatch.dispatches order by created_at desc limit $1)'),
    [limit],
  )
  return rows
}

/** One dispatch; null when there is none of that id. */
export const findDispatch = async (pool: Pool, id: string): Promise<DispatchRow | null> => {
  const { rows } = await pool.query<DispatchRow>(
    selectFrom('(select * from dispatch.dispatches where id::text = $1)'),
    [id],
  )
  return rows[0] ?? null
}

const selectFrom = (dispatches: string): string =>
  `select d.id, d.title, d.issuer, d.kind, d.priority, ${time('d.created_at')} as "createdAt", ${time('d.expires_at')} as "expiresAt",
     c.* from ${dispatches} d, lateral (
       select count(*)::int as targets,
         (count(*) filter (where accepted_at is not null))::int as accepted,
         (count(*) filter (where received_at is not null))::int as received,
         (count(*) filter (where state in ('played', 'proven')))::int as played,
         (count(*) filter (where state = 'proven'))::int as proven,
         (count(*) filter (where state in ('dead', 'expired', 'refused')))::int as failed,
         (count(*) filter (where state = 'queued'))::int as waiting
       from dispatch.deliveries l where l.dispatch_id = d.id) c
   order by d.created_at desc`

/** The deliveries of one dispatch, trouble first. */
export const deliveriesOf = async (pool: Pool, dispatchId: string): Promise<DeliveryRow[]> => {
  const { rows } = await pool.query<DeliveryRow>(
    `select l.id, l.device_code as "deviceCode", d.name as "deviceName", u.name as "unitName", l.channel, l.state, l.attempts,
       l.last_error as "lastError", ${time('l.accepted_at')} as "acceptedAt", ${time('l.received_at')} as "receivedAt",
       array(select r.kind from dispatch.receipts r where r.delivery_id = l.id order by r.stored_at) as receipts
     from dispatch.deliveries l left join public.devices d on d.id = l.device_id
       left join public.units_locales u on u._parent_id = d.unit_id and u._locale = 'vi'
     where l.dispatch_id::text = $1
     order by (l.state in ('dead', 'refused', 'expired')) desc, (l.state = 'queued') desc, l.device_code limit 2000`,
    [dispatchId],
  )
  return rows
}
