import type { Pool } from 'pg'
import type { IssuingSite } from '../stormOptions.ts'

/** A place an emergency may be aimed at. */
export type Area = {
  code: string
  name: string
  isCity: boolean
  latitude: number | null
  longitude: number | null
  /** Active devices. */
  devices: number
}

/** A group of devices. */
export type Group = { code: string; name: string; devices: number }

/** The areas and groups of a site: everywhere for the city, its own unit for another. */
export const readAreas = async (
  pool: Pool,
  site: IssuingSite,
): Promise<{ areas: Area[]; groups: Group[] }> => {
  const areas = await pool.query<Area>(
    `select u.code, coalesce(l.name, u.code) as name, u.kind = 'city' as "isCity", u.latitude::float8 as latitude,
       u.longitude::float8 as longitude,
       (select count(*)::int from public.devices d where d.lifecycle = 'active' and (d.unit_id = u.id or u.kind = 'city')) as devices
     from public.units u left join public.units_locales l on l._parent_id = u.id and l._locale = 'vi'
     where u.kind in ('city', 'ward', 'commune', 'specialZone') and ($1 or u.code = $2)
     order by (u.kind = 'city') desc, l.name collate "vi-x-icu", u.code`,
    [site.isCity, site.unitCode],
  )
  if (!site.isCity) return { areas: areas.rows, groups: [] }
  const groups = await pool.query<Group>(
    `select g.code, g.name, (select count(*)::int from public.devices_rels r join public.devices d on d.id = r.parent_id
         where r.device_groups_id = g.id and d.lifecycle = 'active') as devices
     from public.device_groups g order by g.name, g.code`,
  )
  return { areas: areas.rows, groups: groups.rows }
}
