import type { Sql } from '#kit/transaction.ts'
import type { Audience } from '../types.ts'

/** The audience of a bulletin by codes, from the areas and groups its board approved. */
export const audienceOf = async (
  sql: Sql,
  bulletin: { areas?: readonly number[]; deviceGroups?: readonly number[] },
): Promise<Audience> => {
  const { rows } = await sql.query<{ areas: string[]; groups: string[] }>(
    `select array(select code from public.units where id = any($1::int[]) order by code) as areas,
       array(select code from public.device_groups where id = any($2::int[]) order by code) as groups`,
    [bulletin.areas ?? [], bulletin.deviceGroups ?? []].map(
      (ids) => `{${ids.map(Number).join(',')}}`,
    ),
  )
  return { areas: rows[0]?.areas ?? [], groups: rows[0]?.groups ?? [], devices: [] }
}
