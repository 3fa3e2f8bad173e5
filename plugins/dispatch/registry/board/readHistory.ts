import type { Sql } from '#kit/transaction.ts'

/** A device went away or came back. */
export type PresenceRow = { at: string; isUp: boolean; seconds: number | null }

/** A bulletin that was sent to a device. */
export type DeviceDelivery = {
  dispatchId: string
  title: string
  kind: string
  priority: string
  state: string
  at: string
}

/** When a device went away and came back, newest first. */
export const readPresence = async (sql: Sql, deviceId: number): Promise<PresenceRow[]> => {
  const { rows } = await sql.query<PresenceRow>(
    `select at::text, is_up as "isUp", detail::int as seconds from dispatch.presence
     where device_id = $1 order by at desc limit 30`,
    [deviceId],
  )
  return rows
}

/** What was sent to a device, newest first; tests are shown with the tests. */
export const readDeliveries = async (sql: Sql, deviceId: number): Promise<DeviceDelivery[]> => {
  const { rows } = await sql.query<DeviceDelivery>(
    `select d.id as "dispatchId", d.title, d.kind, d.priority, l.state, d.created_at::text as at
     from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
     where l.device_id = $1 and d.kind <> 'test' order by l.changed_at desc limit 30`,
    [deviceId],
  )
  return rows
}
