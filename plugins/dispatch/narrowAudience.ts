import type { ClientBase } from 'pg'
import { IS_CITY, sites } from './registers.ts'
import type { Audience } from './types.ts'

/** An audience a site may speak to, and what was taken off it (codes of areas and groups). */
export type Narrowed = { audience: Audience; dropped: string[] }

/**
 * The city speaks to everyone (S-12.0, H-12.1). What the site of a commune or a department releases reaches the devices of its
 * own unit alone, whatever it names: other areas are dropped, of groups the unit's own devices stay. A component site without
 * a unit has no devices to speak to: a department proposes to the city's board (S-20.2), which issues it.
 *
 * @param log of the site that released it
 */
export const narrowAudience = async (
  client: Pick<ClientBase, 'query'>,
  log: string,
  audience: Audience,
): Promise<Narrowed> => {
  const { rows } = await client.query<{
    code: string | null
    hasCity: boolean
    devices: string[]
  }>(
    `select u.code, exists (select from public.units a where a.code = any($2::text[]) and a.kind = 'city') as "hasCity",
       array(select d.code from public.devices d where d.unit_id = u.id and (d.code = any($4::text[])
         or exists (select from public.devices_rels r join public.device_groups g on g.id = r.device_groups_id
           where r.parent_id = d.id and g.code = any($3::text[]))) order by d.code) as devices
     from ${sites()} s left join public.units u on u.id = s.unit_id
     where s.code = $1 and not ${IS_CITY}`,
    [log, audience.areas, audience.groups, audience.devices],
  )
  const [own] = rows
  if (!own) return { audience, dropped: [] }
  const isWhole = own.code !== null && (own.hasCity || audience.areas.includes(own.code))
  return {
    audience: {
      areas: isWhole && own.code ? [own.code] : [],
      groups: [],
      devices: isWhole ? [] : own.devices,
    },
    dropped: [...audience.areas.filter((one) => one !== own.code), ...audience.groups],
  }
}
