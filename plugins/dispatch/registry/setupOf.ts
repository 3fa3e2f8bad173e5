import type { Sql } from '#kit/transaction.ts'

/** A device's standing as it is told itself: what it obeys. Times are the city's, `HH:MM`; Monday is 1. */
export type DeviceSetup = {
  v: 1
  device: string
  isActive: boolean
  /** Its commune, then the city: messages for either are its own. */
  areas: string[]
  groups: string[]
  timeFrames: { days: number[]; from: string; to: string }[]
  /** The hub's keys it is to believe from now on, 32 bytes each in base64; left out by a hub that has never changed one. */
  hubKeys?: string[]
  /** Rises with every change; a device keeps the highest. */
  number: number
}

type Row = {
  device: string
  isActive: boolean
  areas: string[]
  groups: string[]
  timeFrames: DeviceSetup['timeFrames'] | null
  hubKeys: string[] | null
  number: string
}

/**
 * The content of the `setup` message of a device; null when there is no such device.
 *
 * @param code of the device
 * @param day in the city's zone, YYYY-MM-DD: the time frames in force then
 */
export const setupOf = async (
  sql: Sql,
  { code, day }: { code: string; day: string },
): Promise<DeviceSetup | null> => {
  const { rows } = await sql.query<Row>(SETUP, [code, day])
  const [row] = rows
  if (!row) return null
  const { hubKeys, ...standing } = row
  return {
    v: 1,
    ...standing,
    timeFrames: row.timeFrames ?? [],
    ...(hubKeys ? { hubKeys } : {}),
    number: Number(row.number),
  }
}

/** Milliseconds of the newest change of anything in it. */
const SETUP = `
  select d.code as device, d.lifecycle::text = 'active' as "isActive",
    array[u.code] || array(select c.code from public.units c where c.kind = 'city' and c.code <> u.code order by c.code) as areas,
    array(select g.code from public.devices_rels r join public.device_groups g on g.id = r.device_groups_id
          where r.parent_id = d.id order by g.code) as groups,
    f.frames as "timeFrames",
    (select array_agg(h.public_key order by h.signs_since desc nulls last) from dispatch.hub_keys h
     where h.valid_until is null or h.valid_until > now()) as "hubKeys",
    floor(extract(epoch from greatest((select max(case when h.valid_until <= now() then h.valid_until
        else greatest(h.told_at, h.signs_since) end) from dispatch.hub_keys h), d.updated_at, f.entered_at, (f.valid_from::timestamp at time zone 'Asia/Ho_Chi_Minh'),
      (select max(l.at) from dispatch.lifecycle l where l.device_id = d.id))) * 1000)::bigint::text as number
  from public.devices d
  join public.units u on u.id = d.unit_id
  left join lateral (
    select t.frames, t.entered_at, t.valid_from from dispatch.time_frames t
    where t.unit_code = u.code and t.valid_from <= $2::date
      and t.medium = case when d.device_class::text = 'ledBoard' then 'board' else 'radio' end
    order by t.valid_from desc, t.entered_at desc limit 1
  ) f on true
  where d.code = $1`
