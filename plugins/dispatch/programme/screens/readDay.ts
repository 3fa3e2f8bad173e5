import type { ClientBase } from 'pg'
import { dayRows } from '#domain/dispatch/programme/dayRows.ts'
import type { DaySection } from '#domain/dispatch/programme/dayRows.ts'
import { addDays, instantOf } from '#domain/dispatch/programme/localDay.ts'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import { isWithin } from '#domain/dispatch/programme/timeFrames.ts'
import { readAirings } from '../airings/airing.ts'
import type { Airing } from '../airings/airing.ts'
import { readFrames } from '../readFrames.ts'

/** An airing on the day's board. Times are epoch milliseconds. */
export type DayItem = {
  id: string
  title: string
  startsAt: number
  seconds: number
  priority: 'priority' | 'normal'
  state: Airing['state']
  version: number
  isOutside: boolean
  /** Whether it may still be changed. */
  isOpen: boolean
  cutBy: string | null
  againAt: number | null
}

/** An emergency that sounded on the commune's devices that day. */
export type Cut = { id: string; title: string; at: number }

/** A day of one medium. */
export type DayOfMedium = {
  medium: Medium
  items: DayItem[]
  sections: DaySection[]
  cuts: Cut[]
  dayStart: number
}

/** A bulletin the commune took without giving it a time. */
export type Unplaced = {
  id: string
  title: string
  seconds: number
  version: number
  priority: 'priority' | 'normal'
}

/** A day of a commune, on radio and on boards. */
export const readDay = async (
  client: Pick<ClientBase, 'query'>,
  of: { unitCode: string; day: string; now: Date },
): Promise<{ media: DayOfMedium[]; unplaced: Unplaced[] }> => {
  const cuts = await readCuts(client, of)
  const media: DayOfMedium[] = []
  for (const medium of ['radio', 'board'] as const)
    media.push(await readMedium(client, { ...of, medium, cuts }))
  const { rows } = await client.query<Unplaced>(
    `select o.id, o.title, o.seconds, o.version, o.priority from dispatch.offers o
     where o.unit_code = $1 and o.state = 'accepted' and not exists (
       select from dispatch.airings a where a.offer_id = o.id and a.state in ('planned', 'undecided', 'sent', 'aired'))
     order by o.priority desc, o.made_at limit 50`,
    [of.unitCode],
  )
  return { media, unplaced: rows }
}

const readMedium = async (
  client: Pick<ClientBase, 'query'>,
  of: { unitCode: string; day: string; now: Date; medium: Medium; cuts: Cut[] },
): Promise<DayOfMedium> => {
  const { day, now, medium } = of
  const airings = await readAirings(
    client,
    `a.unit_code = $1 and a.medium = $2 and a.starts_at >= $3 and a.starts_at < $4 and a.state <> 'dropped'`,
    [of.unitCode, medium, ...boundsOf(day)],
  )
  const { rows } = await client.query<{ id: string; cutBy: string | null; again: Date | null }>(
    `select a.id, e.title as "cutBy", q.starts_at as again from dispatch.airings a
       left join dispatch.dispatches e on e.id = a.interrupted_by left join dispatch.airings q on q.id = a.requeued_as
     where a.id = any($1::uuid[])`,
    [airings.map((one) => one.id)],
  )
  const frames = (await readFrames(client, of.unitCode, medium))(day)
  const items = airings.map((one): DayItem => {
    const startsAt = one.startsAt.getTime()
    const more = rows.find(({ id }) => id === one.id)
    return {
      id: one.id,
      title: one.title,
      startsAt,
      seconds: one.seconds,
      priority: one.priority,
      state: one.state,
      version: one.version,
      isOutside: !isWithin(frames, { start: startsAt, end: startsAt + one.seconds * 1000 }),
      isOpen: ['planned', 'undecided', 'sent'].includes(one.state) && one.startsAt > now,
      cutBy: more?.cutBy ?? null,
      againAt: more?.again?.getTime() ?? null,
    }
  })
  return {
    medium,
    items,
    sections: dayRows({ frames, items, now: now.getTime() }),
    cuts: of.cuts,
    dayStart: instantOf(day, '00:00'),
  }
}

const readCuts = async (
  client: Pick<ClientBase, 'query'>,
  { unitCode, day }: { unitCode: string; day: string },
): Promise<Cut[]> => {
  const { rows } = await client.query<{ id: string; title: string; at: Date }>(
    `select d.id, d.title, greatest(d.effective_at, d.created_at) as at from dispatch.dispatches d
     where d.priority = 'emergency' and d.kind in ('alert', 'update', 'exercise')
       and d.created_at >= $2::timestamptz - interval '7 days'
       and greatest(d.effective_at, d.created_at) >= $2 and greatest(d.effective_at, d.created_at) < $3
       and exists (select from dispatch.deliveries l where l.dispatch_id = d.id and l.unit_code = $1)
     order by at limit 50`,
    [unitCode, ...boundsOf(day)],
  )
  return rows.map(({ at, ...one }) => ({ ...one, at: at.getTime() }))
}

const boundsOf = (day: string): [Date, Date] => [
  new Date(instantOf(day, '00:00')),
  new Date(instantOf(addDays(day, 1), '00:00')),
]
