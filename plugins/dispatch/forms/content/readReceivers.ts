import type { Sql } from '#kit/transaction.ts'
import type { Audience } from '../../types.ts'
import { formsOf } from './formsOf.ts'
import { isCovered } from '../../isCovered.ts'

/** Devices of one class in an audience, and what they take. */
export type ReceiverClass = { deviceClass: string; count: number; forms: string[] }

/** Who an audience is made of, as far as forms depend on it. */
export type Receivers = {
  classes: ReceiverClass[]
  takesAudio: boolean
  /** Sizes of boards that take pictures, the most frequent first. */
  screens: { width: number; height: number; count: number }[]
}

/** More sizes than this are not drawn: other boards take the nearest. */
const MOST_SIZES = 8

type Row = {
  deviceClass: string
  forms: string[]
  width: number | null
  height: number | null
  count: number
}

/** Reads who would receive something now: active devices of the areas, of the groups, and named ones. */
export const readReceivers = async (
  sql: Sql,
  audience: Audience,
  day: string,
): Promise<Receivers> => {
  const { rows } = await sql.query<Row>(
    `select d.device_class::text as "deviceClass", d.screen_width::int as width, d.screen_height::int as height,
       array(select f.value::text from public.devices_capabilities_forms f where f.parent_id = d.id order by 1) as forms,
       count(*)::int as count
     from public.devices d join public.units u on u.id = d.unit_id
     where d.lifecycle = 'active' and (d.code = any($3::text[]) or ${isCovered({ id: 'd.id', unit: 'u.code' }, 1)})
     group by 1, 2, 3, 4`,
    [audience.areas, audience.groups, audience.devices].map(arrayText),
  )
  const classes = new Map<string, ReceiverClass>()
  const screens = new Map<string, Receivers['screens'][number]>()
  for (const row of rows) {
    const forms = formsOf(row, day)
    const known = classes.get(row.deviceClass) ?? {
      deviceClass: row.deviceClass,
      count: 0,
      forms: [],
    }
    classes.set(row.deviceClass, {
      ...known,
      count: known.count + row.count,
      forms: [...new Set([...known.forms, ...forms])],
    })
    if (!forms.includes('image') || row.deviceClass !== 'ledBoard') continue
    const { width, height } = { width: row.width ?? 384, height: row.height ?? 192 }
    const size = screens.get(`${width}x${height}`) ?? { width, height, count: 0 }
    screens.set(`${width}x${height}`, { ...size, count: size.count + row.count })
  }
  return {
    classes: [...classes.values()].sort((a, b) => b.count - a.count),
    takesAudio: [...classes.values()].some(({ forms }) => forms.includes('audio')),
    screens: [...screens.values()]
      .sort((a, b) => b.count - a.count || b.width - a.width || b.height - a.height)
      .slice(0, MOST_SIZES),
  }
}

/** An array as text of PostgreSQL, which both kinds of connection bind. */
const arrayText = (values: readonly string[]): string =>
  `{${values.map((one) => `"${one.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`
