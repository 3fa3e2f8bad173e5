import { firstFree } from './freeSlot.ts'
import { giveWay } from './placeItem.ts'
import type { Programme } from './placeItem.ts'
import type { Change, ChangeReason, Item } from './plan.ts'
import { overlaps, spanOf } from './plan.ts'

/** How two priority items for one hour are settled. `theirs` is the one that came later. */
export type Decision = 'ours_first' | 'theirs_first' | 'ours_only' | 'theirs_only'

/** Every decision, in the order screens show them. */
export const decisions = ['ours_first', 'theirs_first', 'ours_only', 'theirs_only'] as const

/** On the way to a device at least so long before it sounds. */
const LEAD_MS = 60_000

/**
 * What a decision does to both items and to all others of the medium: the first keeps its time, the second follows right
 * after; other priority items that are in the way follow in their order; normal items give way. No two items sound at once
 * afterwards, and none is gone without being named.
 */
export const decideClash = (
  programme: Programme,
  clash: { ours: string; theirs: string; decision: Decision },
): Change[] => {
  const { items, now } = programme
  const ours = items.find((one) => one.id === clash.ours)
  const theirs = items.find((one) => one.id === clash.theirs)
  if (!ours || !theirs) return []
  const others = items.filter((one) => one !== ours && one !== theirs)
  const keep = keptFirst(others, { ours, theirs }, clash.decision, now)
  const busy = keep.settled
  const changes = [...keep.changes]
  for (const { item, from, why } of keep.queue) {
    const startsAt = firstFree(busy.map(spanOf), Math.max(from, now + LEAD_MS), item.seconds)
    const placed = { ...item, startsAt }
    if (item.until !== undefined && spanOf(placed).end > item.until) {
      changes.push({ id: item.id, what: 'drop', why: 'no_free_slot' })
      continue
    }
    busy.push(placed)
    if (startsAt !== item.startsAt) changes.push({ id: item.id, what: 'move', startsAt, why })
  }
  const normal = others.filter((one) => one.priority === 'normal')
  return [...changes, ...giveWay({ ...programme, items: [...busy, ...normal] })]
}

type Queued = { item: Item; from: number; why: ChangeReason }

/** Who stays, who goes, and who is placed anew, in order. */
const keptFirst = (
  others: readonly Item[],
  { ours, theirs }: { ours: Item; theirs: Item },
  decision: Decision,
  now: number,
): { settled: Item[]; queue: Queued[]; changes: Change[] } => {
  const priority = others.filter((one) => one.priority === 'priority')
  const fixedNormal = others.filter((one) => one.priority === 'normal' && one.isFixed)
  if (decision === 'ours_only')
    return {
      settled: [...priority, ours],
      queue: [],
      changes: [{ id: theirs.id, what: 'drop', why: 'gives_way' }],
    }
  if (decision === 'ours_first')
    return {
      settled: [...priority, ...fixedNormal, ours],
      queue: [
        {
          item: theirs,
          from: Math.max(theirs.startsAt, spanOf(ours).end),
          why: 'comes_after',
        },
      ],
      changes: [],
    }
  // What is on the air already stays; theirs then begins when it is over.
  const fixed = [...priority, ...fixedNormal, ours].filter((one) => one.isFixed)
  const startsAt = firstFree(
    fixed.map(spanOf),
    Math.max(theirs.startsAt, now + LEAD_MS),
    theirs.seconds,
  )
  const first = { ...theirs, startsAt }
  const loose = [...priority, ours].filter((one) => !one.isFixed)
  const isInTheWay = (one: Item) => one === ours || overlaps(spanOf(one), spanOf(first))
  const isDropped = (one: Item) => decision === 'theirs_only' && one === ours && !one.isFixed
  const displaced = loose
    .filter((one) => isInTheWay(one) && !isDropped(one))
    .toSorted((a, b) => a.startsAt - b.startsAt)
  return {
    settled: [...fixed, ...loose.filter((one) => !isInTheWay(one))],
    queue: [
      { item: theirs, from: startsAt, why: 'comes_first' },
      ...displaced.map((item) => ({
        item,
        from: Math.max(item.startsAt, spanOf(first).end),
        why: 'comes_after' as const,
      })),
    ],
    changes: isDropped(ours) ? [{ id: ours.id, what: 'drop', why: 'gives_way' }] : [],
  }
}
