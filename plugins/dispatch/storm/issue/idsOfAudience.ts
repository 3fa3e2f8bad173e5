import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { stormError } from '../stormError.ts'

/** The ids of areas and groups named by code, as a bulletin stores them. @throws PortalError area_unknown */
export const idsOfAudience = async (
  req: PayloadRequest,
  { areas, groups }: { areas: readonly string[]; groups: readonly string[] },
): Promise<{ areas: number[]; deviceGroups: number[] }> => {
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{ areas: number[]; groups: number[] }>(
    `select array(select id from public.units where code in (select jsonb_array_elements_text($1::jsonb)) order by code) as areas,
       array(select id from public.device_groups where code in (select jsonb_array_elements_text($2::jsonb)) order by code) as groups`,
    [JSON.stringify(areas), JSON.stringify(groups)],
  )
  const found = rows[0] ?? { areas: [], groups: [] }
  if (found.areas.length !== new Set(areas).size || found.groups.length !== new Set(groups).size)
    throw stormError('area_unknown')
  return { areas: found.areas, deviceGroups: found.groups }
}
