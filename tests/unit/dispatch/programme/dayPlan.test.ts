import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideClash, decisions } from '#domain/dispatch/programme/decideClash.ts'
import { nearestSlot } from '#domain/dispatch/programme/freeSlot.ts'
import { dayOf, instantOf } from '#domain/dispatch/programme/localDay.ts'
import { placePriority } from '#domain/dispatch/programme/placeItem.ts'
import type { Change, Item } from '#domain/dispatch/programme/plan.ts'
import { overlaps, spanOf } from '#domain/dispatch/programme/plan.ts'
import { swapNeighbours } from '#domain/dispatch/programme/swapNeighbours.ts'
import { framesOnDay, isWithin } from '#domain/dispatch/programme/timeFrames.ts'

const DAY = '2026-12-01'
const now = instantOf(DAY, '05:00')
const frames = [
  { days: [1, 2, 3, 4, 5, 6, 7], from: '05:30', to: '07:00' },
  { days: [1, 2, 3, 4, 5, 6, 7], from: '16:30', to: '18:00' },
]
const framesOn = (day: string) => framesOnDay(frames, day)

const minute = fc.integer({ min: 0, max: 13 * 60 })
const item = fc.record({
  minute,
  seconds: fc.integer({ min: 10, max: 600 }),
  priority: fc.constantFrom('priority' as const, 'normal' as const),
  expires: fc.option(fc.integer({ min: 60, max: 30 * 60 }), { nil: undefined }),
})

/** A programme in which nothing overlaps. */
const programme = fc.array(item, { maxLength: 14 }).map((all) => {
  const items: Item[] = []
  for (const [index, one] of all.entries()) {
    const startsAt = now + one.minute * 60_000
    const made: Item = { id: `i${index}`, startsAt, ...one }
    const until = one.expires === undefined ? undefined : spanOf(made).end + one.expires * 60_000
    if (!items.some((other) => overlaps(spanOf(other), spanOf(made))))
      items.push({ ...made, until, isFixed: startsAt <= now })
  }
  return items
})

const after = (items: readonly Item[], changes: readonly Change[]): Item[] =>
  items.flatMap((one) => {
    const change = changes.find(({ id }) => id === one.id)
    if (!change) return [one]
    return change.what === 'drop' ? [] : [{ ...one, startsAt: change.startsAt }]
  })

const overlapsIn = (items: readonly Item[]) =>
  items.flatMap((one, index) =>
    items.slice(index + 1).filter((other) => overlaps(spanOf(one), spanOf(other))),
  )

/** Nothing sounds at once, nothing is gone unsaid, nothing is changed twice, nothing outlasts its bulletin. */
const demandSound = (items: readonly Item[], changes: readonly Change[]) => {
  const left = after(items, changes)
  expect(overlapsIn(left)).toEqual([])
  expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length)
  const dropped = changes.filter(({ what }) => what === 'drop')
  expect(left.length + dropped.length).toBe(items.length)
  for (const change of changes) {
    const before = items.find(({ id }) => id === change.id)
    expect(before).toBeDefined()
    if (change.what === 'move' && before) {
      const moved = { ...before, startsAt: change.startsAt }
      expect(change.startsAt).toBeGreaterThanOrEqual(now)
      if (before.until !== undefined) expect(spanOf(moved).end).toBeLessThanOrEqual(before.until)
      if (before.priority === 'normal')
        expect(isWithin(framesOn(dayOf(change.startsAt)), spanOf(moved))).toBe(true)
    }
  }
}

test('a priority item that is placed either clashes and changes nothing, or only normal items give way to it', () => {
  fc.assert(
    fc.property(programme, minute, fc.integer({ min: 10, max: 900 }), (items, at, seconds) => {
      const placed: Item = {
        id: 'new',
        priority: 'priority',
        startsAt: now + (at + 1) * 60_000,
        seconds,
      }
      const onAir = items.some((one) => one.isFixed && overlaps(spanOf(one), spanOf(placed)))
      const { clashes, changes } = placePriority({ items, framesOn, now }, placed)
      if (clashes.length > 0) {
        expect(changes).toEqual([])
        expect(clashes.every((one) => one.priority === 'priority')).toBe(true)
        return
      }
      if (onAir) return
      demandSound([...items, placed], changes)
      for (const { id } of changes)
        expect(items.find((one) => one.id === id)?.priority).toBe('normal')
    }),
    { numRuns: 2000 },
  )
})

test('after any decision nothing sounds at once and nothing is lost; what comes first comes first', () => {
  fc.assert(
    fc.property(
      programme,
      fc.constantFrom(...decisions),
      fc.nat(),
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: 10, max: 900 }),
      (items, decision, pick, shift, seconds) => {
        const candidates = items.filter((one) => one.priority === 'priority')
        const ours = candidates[pick % Math.max(1, candidates.length)]
        if (!ours) return
        const startsAt = Math.max(now + 60_000, ours.startsAt + shift * 1000)
        const theirs: Item = { id: 'theirs', priority: 'priority', startsAt, seconds }
        if (!overlaps(spanOf(ours), spanOf(theirs))) return
        const all = [...items, theirs]
        const changes = decideClash(
          { items: all, framesOn, now },
          { ours: ours.id, theirs: 'theirs', decision },
        )
        demandSound(all, changes)
        const left = after(all, changes)
        const at = (id: string) => left.find((one) => one.id === id)?.startsAt
        const [a, b] = [at(ours.id), at('theirs')]
        if (decision === 'ours_only') expect([a, b]).toEqual([ours.startsAt, undefined])
        if (decision === 'theirs_only' && !ours.isFixed) expect(a).toBeUndefined()
        if (decision === 'ours_first') {
          expect(a).toBe(ours.startsAt)
          expect(b).toBeGreaterThan(ours.startsAt)
        }
        if (decision === 'theirs_first' && a !== undefined && !ours.isFixed)
          expect(b).toBeLessThan(a)
        for (const one of items) if (one.isFixed) expect(at(one.id)).toBe(one.startsAt)
      },
    ),
    { numRuns: 3000 },
  )
})

test('the nearest free slot is free, within the frames, on a whole minute, and none is nearer', () => {
  fc.assert(
    fc.property(programme, minute, fc.integer({ min: 10, max: 1800 }), (items, at, seconds) => {
      const wanted = now + at * 60_000
      const busy = items.map((one) => spanOf(one))
      const found = nearestSlot({ busy, framesOn, seconds, wanted, from: now })
      const fits = (start: number) => {
        const span = spanOf({ startsAt: start, seconds })
        return isWithin(framesOn(dayOf(start)), span) && !busy.some((one) => overlaps(one, span))
      }
      expect(found).toBeDefined()
      if (found === undefined) return
      expect(found % 60_000).toBe(0)
      expect(fits(found)).toBe(true)
      const reach = Math.min(Math.abs(found - wanted) - 60_000, 240 * 60_000)
      for (let off = 0; off <= reach; off += 60_000) {
        expect(fits(wanted + off)).toBe(false)
        if (wanted - off >= now) expect(fits(wanted - off)).toBe(false)
      }
    }),
    { numRuns: 500 },
  )
})

test('neighbours that change places stay within the time the two had', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 900 }),
      fc.integer({ min: 10, max: 900 }),
      fc.integer({ min: 0, max: 3600 }),
      (first, second, gap) => {
        const a: Item = { id: 'a', priority: 'normal', startsAt: now, seconds: first }
        const b: Item = {
          id: 'b',
          priority: 'normal',
          startsAt: now + (first + gap) * 1000,
          seconds: second,
        }
        const swapped = swapNeighbours(a, b)
        const [newA, newB] = [
          { ...a, startsAt: swapped.earlier },
          { ...b, startsAt: swapped.later },
        ]
        expect(overlaps(spanOf(newA), spanOf(newB))).toBe(false)
        expect(newB.startsAt).toBe(a.startsAt)
        expect(spanOf(newA).end).toBeLessThanOrEqual(spanOf(b).end)
        expect(newA.startsAt).toBeGreaterThanOrEqual(spanOf(newB).end)
      },
    ),
  )
})
