import type { Pool } from 'pg'

/** A key of the hub, and how it stands with it. */
export type HubKey = {
  publicKey: string
  signsSince: Date | null
  validUntil: Date | null
  /** Active devices that say that they believe it. */
  known: number
}

/** The keys of the hub, the next one first, and the active devices that can be told and have not said that they have the next. */
export type Rotation = { keys: HubKey[]; devices: number; lacking: string[] }

/** Channels whose devices have a standing and say what they have. */
const TOLD = `v.lifecycle = 'active' and v.channel::text in ('http', 'mqtt', 'pull', 'player')`

/** How far a change of the hub's key has come. */
export const readRotation = async (pool: Pick<Pool, 'query'>): Promise<Rotation> => {
  const { rows: keys } = await pool.query<HubKey>(
    `select h.public_key as "publicKey", h.signs_since as "signsSince", h.valid_until as "validUntil",
       (select count(*)::int from public.devices v join dispatch.device_states s on s.device_id = v.id
        where ${TOLD} and s.heartbeat -> 'hubKeys' ? h.public_key) as known
     from dispatch.hub_keys h where h.valid_until is null or h.valid_until > now() order by h.signs_since desc nulls first`,
  )
  const { rows } = await pool.query<{ code: string; isLacking: boolean }>(
    `select v.code, not coalesce(s.heartbeat -> 'hubKeys' ? h.public_key, false) as "isLacking"
     from public.devices v left join dispatch.device_states s on s.device_id = v.id
     left join dispatch.hub_keys h on h.signs_since is null where ${TOLD} order by v.code`,
  )
  const lacking = rows.filter((one) => one.isLacking).map((one) => one.code)
  return { keys, devices: rows.length, lacking }
}
