import type { ClientBase } from 'pg'
import type { Bulletin } from '../../bulletin.ts'
import { sites } from '../../registers.ts'

/** A commune before which a bulletin comes, and what it can play it on. */
export type CommuneOf = { unitCode: string; isOwn: boolean; hasRadio: boolean; hasBoard: boolean }

/**
 * The communes of a bulletin's audience, by code: those it names, those with devices of the groups it names, and for the city
 * (or nothing named: the repository is open to all, H-14.2a.3) every one that has devices. What a commune's own site
 * releases comes before that commune alone.
 *
 * @param log of the site that released it
 */
export const communesOf = async (
  client: Pick<ClientBase, 'query'>,
  log: string,
  bulletin: Pick<Bulletin, 'areas' | 'deviceGroups'>,
): Promise<CommuneOf[]> => {
  const { rows } = await client.query<CommuneOf>(
    `with commune as (
       select u.id, u.code,
         exists (select from public.devices d where d.unit_id = u.id and d.lifecycle <> 'retired'
           and d.device_class <> 'ledBoard') as has_radio,
         exists (select from public.devices d where d.unit_id = u.id and d.lifecycle <> 'retired'
           and d.device_class = 'ledBoard') as has_board
       from public.units u where u.kind in ('ward', 'commune', 'specialZone')
     ), own as (
       select c.id from ${sites()} s join commune c on c.id = s.unit_id where s.code = $1
     )
     select c.code as "unitCode", exists (select from own) as "isOwn", c.has_radio as "hasRadio", c.has_board as "hasBoard"
     from commune c
     where case when exists (select from own) then c.id in (select id from own)
       else c.id = any($2::int[])
         or ((c.has_radio or c.has_board)
           and (cardinality($2::int[]) + cardinality($3::int[]) = 0
             or exists (select from public.units a where a.id = any($2::int[]) and a.kind = 'city')))
         or exists (select from public.devices d join public.devices_rels r on r.parent_id = d.id
           where d.unit_id = c.id and d.lifecycle <> 'retired' and r.device_groups_id = any($3::int[])) end
     order by c.code`,
    [log, bulletin.areas ?? [], bulletin.deviceGroups ?? []],
  )
  return rows
}
