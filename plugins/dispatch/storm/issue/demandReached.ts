import type { Sql } from '#kit/transaction.ts'
import { stormError } from '../stormError.ts'

/**
 * An emergency is aimed at a commune, or at an active device.
 *
 * @param audience codes
 * @throws PortalError nobody_reached
 */
export const demandReached = async (
  sql: Sql,
  { areas, groups }: { areas: readonly string[]; groups: readonly string[] },
): Promise<void> => {
  const { rows } = await sql.query<{ isReached: boolean }>(
    `with asked as (
       select array(select jsonb_array_elements_text($1::jsonb)) as areas, array(select jsonb_array_elements_text($2::jsonb)) as groups)
     select exists (select from public.units u, asked where u.code = any(asked.areas)
         and u.kind in ('city', 'ward', 'commune', 'specialZone'))
       or exists (select from public.devices d join public.units u on u.id = d.unit_id, asked where d.lifecycle = 'active'
         and (u.code = any(asked.areas) or exists (select from public.devices_rels r
           join public.device_groups g on g.id = r.device_groups_id where r.parent_id = d.id and g.code = any(asked.groups))))
       as "isReached"`,
    [JSON.stringify(areas), JSON.stringify(groups)],
  )
  if (!rows[0]?.isReached) throw stormError('nobody_reached', { field: 'areas' })
}
