import type { PoolClient } from 'pg'

/** A device that was lost, found again, or both, since an audience was last told. */
export type PresenceNews = {
  code: string
  name: string
  unitCode: string
  unitName: string
  gateway: string | null
  /** Whether the gateway stands in the registry and is away itself, or nothing behind it answers. */
  isGatewayLost: boolean
  /** Of its last change. */
  at: Date
  isUp: boolean
  /** How long it was away, in seconds; only of a device that is back. */
  seconds: number | null
}

/**
 * The last change of each active device since `after`. Who came and went within that time is told as back.
 *
 * @param options.unit a unit's code; null for all
 */
export const readNews = async (
  client: PoolClient,
  options: { unit: string | null; after: Date; upto: Date },
): Promise<PresenceNews[]> => {
  const { rows } = await client.query<PresenceNews>(NEWS, [
    options.unit,
    options.after.toISOString(),
    options.upto.toISOString(),
  ])
  return rows
}

const NEWS = `
  select distinct on (d.id) d.code, d.name, u.code as "unitCode", coalesce(l.name, u.code) as "unitName", d.gateway, p.at,
    p.is_up as "isUp", p.detail::int as seconds,
    d.gateway is not null and (
      exists (select from public.devices g join dispatch.device_states s on s.device_id = g.id
              where g.code = d.gateway and s.down_since is not null)
      or (select count(*) > 1 and bool_and(s.down_since is not null) from public.devices b
          left join dispatch.device_states s on s.device_id = b.id
          where b.gateway = d.gateway and b.lifecycle::text = 'active')
    ) as "isGatewayLost"
  from dispatch.presence p
  join public.devices d on d.id = p.device_id
  join public.units u on u.id = d.unit_id
  left join public.units_locales l on l._parent_id = u.id and l._locale = 'vi'
  where p.at > $2::timestamptz and p.at <= $3::timestamptz
    and ($1::text is null or u.code = $1) and d.lifecycle::text = 'active'
  order by d.id, p.at desc`
