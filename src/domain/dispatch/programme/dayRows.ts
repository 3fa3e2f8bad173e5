import { ceilMinute, gapsIn } from './freeSlot.ts'
import type { Item, Span } from './plan.ts'
import { spanOf } from './plan.ts'

/** An item of the day, or a free stretch in which another fits. */
export type DayRow = { what: 'item'; id: string } | ({ what: 'gap' } & Span)

/** A time frame with what is in it, or what stands outside any. */
export type DaySection = { frame: Span | null; rows: DayRow[] }

const MINUTE_MS = 60_000

/**
 * A day of one medium from top to bottom: each time frame with its items and what is still free of it, items outside frames
 * between them.
 *
 * @param of.now free time before it is over
 */
export const dayRows = (of: {
  frames: readonly Span[]
  items: readonly Pick<Item, 'id' | 'startsAt' | 'seconds'>[]
  now: number
}): DaySection[] => {
  const { frames } = of
  const items = of.items.toSorted((a, b) => a.startsAt - b.startsAt)
  const spans = items.map(spanOf)
  const inside = (at: number) => frames.find((one) => one.start <= at && at < one.end)
  const sections = frames.map((frame): DaySection & { at: number } => {
    const gaps = gapsIn([frame], spans)
      .map((gap) => ({ ...gap, start: ceilMinute(Math.max(gap.start, of.now + MINUTE_MS)) }))
      .filter((gap) => gap.end - gap.start >= MINUTE_MS)
      .map((gap) => ({ at: gap.start, row: { what: 'gap' as const, ...gap } }))
    const own = items
      .filter((one) => inside(one.startsAt) === frame)
      .map((one) => ({ at: one.startsAt, row: { what: 'item' as const, id: one.id } }))
    const rows = [...gaps, ...own].toSorted((a, b) => a.at - b.at).map((one): DayRow => one.row)
    return { at: frame.start, frame, rows }
  })
  const outside = items
    .filter((one) => inside(one.startsAt) === undefined)
    .map((one): DaySection & { at: number } => ({
      at: one.startsAt,
      frame: null,
      rows: [{ what: 'item', id: one.id }],
    }))
  return [...sections, ...outside]
    .toSorted((a, b) => a.at - b.at)
    .reduce<(DaySection & { at: number })[]>((joined, one) => {
      const last = joined.at(-1)
      if (!last || last.frame !== null || one.frame !== null) return [...joined, one]
      return [...joined.slice(0, -1), { ...last, rows: [...last.rows, ...one.rows] }]
    }, [])
    .map(({ frame, rows }) => ({ frame, rows }))
}
