import type { Sql } from '#kit/transaction.ts'
import { lockDevice } from '../deviceRights.ts'
import { registryError } from '../registryErrors.ts'
import { people } from '../../registers.ts'

/** A key of a device as the screen shows it. */
export type KeyRow = {
  id: string
  publicKey: string
  label: string | null
  madeAt: string
  madeBy: string | null
  usedAt: string | null
  validUntil: string | null
  revokedAt: string | null
  state: 'in_force' | 'overlap' | 'expired' | 'revoked'
}

/**
 * Enters a key; those the device has hold on for `overlapDays`, so that it can change over in its own time.
 *
 * @param key.overlapDays 0: they end at once
 * @throws PortalError key_known, device_retired
 */
export const addKey = async (
  sql: Sql,
  key: {
    deviceId: number
    publicKey: string
    label: string | null
    overlapDays: number
    by: number
  },
): Promise<string> => {
  const device = await lockDevice(sql, key.deviceId)
  if (device.lifecycle === 'retired') throw registryError('device_retired')
  const { rows } = await sql.query<{ id: string }>(
    `insert into dispatch.device_keys (device_id, public_key, label, made_by) values ($1, $2, $3, $4)
     on conflict (public_key) do nothing returning id`,
    [key.deviceId, key.publicKey, key.label, key.by],
  )
  const [made] = rows
  if (!made) throw registryError('key_known')
  await sql.query(
    `update dispatch.device_keys set valid_until = clock_timestamp() + make_interval(days => $3)
     where device_id = $1 and id <> $2 and revoked_at is null
       and (valid_until is null or valid_until > clock_timestamp() + make_interval(days => $3))`,
    [key.deviceId, made.id, key.overlapDays],
  )
  return made.id
}

/**
 * Ends a key at once, as when a device was stolen.
 *
 * @throws PortalError key_missing, key_revoked
 */
export const revokeKey = async (
  sql: Sql,
  key: { deviceId: number; id: string; by: number },
): Promise<void> => {
  const { rows } = await sql.query<{ was: boolean }>(
    `update dispatch.device_keys k set revoked_at = coalesce(k.revoked_at, clock_timestamp()), revoked_by = coalesce(k.revoked_by, $3)
     from dispatch.device_keys o where o.id = k.id and k.device_id = $1 and k.id = $2::uuid returning o.revoked_at is not null as was`,
    [key.deviceId, key.id, key.by],
  )
  if (!rows[0]) throw registryError('key_missing')
  if (rows[0].was) throw registryError('key_revoked')
  // A stream that its signature opened is closed.
  await sql.query(
    `select pg_notify('dispatch', 'setup:' || code) from public.devices where id = $1`,
    [key.deviceId],
  )
}

/** The keys of a device, newest first. */
export const readKeys = async (sql: Sql, deviceId: number): Promise<KeyRow[]> => {
  const { rows } = await sql.query<KeyRow>(
    `select k.id, k.public_key as "publicKey", k.label, k.made_at::text as "madeAt", u.name as "madeBy",
       k.used_at::text as "usedAt", k.valid_until::text as "validUntil", k.revoked_at::text as "revokedAt",
       case when k.revoked_at is not null then 'revoked' when k.valid_until <= now() then 'expired'
         when k.valid_until is not null then 'overlap' else 'in_force' end as state
     from dispatch.device_keys k left join ${people()} u on u.id = k.made_by
     where k.device_id = $1 order by k.made_at desc, k.id limit 20`,
    [deviceId],
  )
  return rows
}
