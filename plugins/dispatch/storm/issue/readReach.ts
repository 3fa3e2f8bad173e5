import type { Pool } from 'pg'
import { isCovered } from '../../isCovered.ts'

/** How a device stands: `doubtful` failed the last time, `lost` is known to be away. */
export type Health = 'healthy' | 'doubtful' | 'lost'

/** Whom an audience reaches, before anything is sent. */
export type Reach = {
  devices: number
  healthy: number
  doubtful: number
  lost: number
  byClass: { deviceClass: string; health: Health; count: number }[]
  /** Communes with at least one device that is reached. */
  communes: number
  /** Devices that are lost, some of them. */
  lostDevices: { code: string; name: string; unit: string }[]
  /** Communes of the audience with no active device. */
  silentCommunes: string[]
}

/** The same, with the sizes of the boards that are reached, the most frequent first. */
export type Reached = Reach & { screens: { width: number; height: number; count: number }[] }

const LOST_SHOWN = 60

/** The same choice as is made when a dispatch is given. */
const CHOSEN = `select d.id, d.code, d.name, d.device_class::text as "deviceClass", u.id as unit_id, u.code as unit_code,
    case when s.down_since is not null then 'lost' when coalesce(s.failures, 0) > 0 then 'doubtful' else 'healthy' end as health
  from public.devices d join public.units u on u.id = d.unit_id left join dispatch.device_states s on s.device_id = d.id
  where d.lifecycle = 'active' and ${isCovered({ id: 'd.id', unit: 'u.code' }, 1)}`

/** Counts whom an audience reaches, and names who is lost. */
export const readReach = async (
  pool: Pool,
  { areas, groups }: { areas: readonly string[]; groups: readonly string[] },
): Promise<Reach> => {
  const values = [areas, groups]
  const [counts, lost, silent] = await Promise.all([
    pool.query<{ deviceClass: string; health: Health; count: number; communes: number }>(
      `with chosen as (${CHOSEN})
       select "deviceClass", health, count(*)::int as count, (select count(distinct unit_code)::int from chosen) as communes
       from chosen group by 1, 2 order by 1, 2`,
      values,
    ),
    pool.query<{ code: string; name: string; unit: string }>(
      `with chosen as (${CHOSEN})
       select c.code, c.name, coalesce(l.name, c.unit_code) as unit from chosen c
       left join public.units_locales l on l._parent_id = c.unit_id and l._locale = 'vi'
       where c.health = 'lost' order by c.unit_code, c.code limit ${LOST_SHOWN}`,
      values,
    ),
    pool.query<{ name: string }>(
      `select coalesce(l.name, u.code) as name from public.units u
       left join public.units_locales l on l._parent_id = u.id and l._locale = 'vi'
       where u.kind in ('ward', 'commune', 'specialZone')
         and (u.code = any($1::text[]) or exists (select from public.units a where a.code = any($1::text[]) and a.kind = 'city'))
         and not exists (select from public.devices d where d.unit_id = u.id and d.lifecycle = 'active') order by u.code`,
      [areas],
    ),
  ])
  const of = (health: Health) =>
    counts.rows.filter((row) => row.health === health).reduce((sum, row) => sum + row.count, 0)
  return {
    devices: counts.rows.reduce((sum, row) => sum + row.count, 0),
    healthy: of('healthy'),
    doubtful: of('doubtful'),
    lost: of('lost'),
    byClass: counts.rows.map(({ deviceClass, health, count }) => ({ deviceClass, health, count })),
    communes: counts.rows[0]?.communes ?? 0,
    lostDevices: lost.rows,
    silentCommunes: silent.rows.map(({ name }) => name),
  }
}
