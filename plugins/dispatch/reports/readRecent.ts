import type { Pool } from 'pg'
import { IS_FOR_AREAS } from '../engine/planBroadcasts.ts'

/** What is in force in an area: the newest instruction of each chain. */
export type InForce = { id: string; number: number; expiresAt: string | null }

/** What has no end is repeated for so long. */
const OPEN_HOURS = 24
const MOST = 50

/**
 * What devices of areas should have by now, so that one that missed something notices (as the Canadian alerting system's
 * heartbeat does). What is for the whole city stands under every area.
 *
 * @param areas codes of units
 */
export const readRecent = async (
  pool: Pool,
  areas: readonly string[],
): Promise<Map<string, InForce[]>> => {
  const { rows } = await pool.query<{ area: string } & InForce>({
    name: 'dispatch recent',
    text: `with live as (
        select d.id, d.number::float8 as number, d.expires_at, d.audience from dispatch.dispatches d
        where d.kind <> 'test' and (d.expires_at > now() or (d.expires_at is null and d.created_at > now() - make_interval(hours => ${OPEN_HOURS})))
          and not exists (select from dispatch.dispatches n where n.chain = d.chain and n.number > d.number and ${IS_FOR_AREAS})
        order by d.number desc limit 1000),
      city as (select code from public.units where kind = 'city')
      select a.area, live.id, live.number, live.expires_at as "expiresAt" from unnest($1::text[]) as a (area) join live on
        live.audience->'areas' ? a.area or exists (select from city where live.audience->'areas' ? city.code)
      order by live.number desc`,
    values: [areas],
  })
  const found = new Map<string, InForce[]>(areas.map((area) => [area, []]))
  for (const { area, ...one } of rows) {
    const list = found.get(area)
    if (list && list.length < MOST) list.push(one)
  }
  return found
}
