import { nearestSlot } from './freeSlot.ts'
import type { Change, FramesOn, Item } from './plan.ts'
import { overlapping, overlaps, spanOf } from './plan.ts'

/** A programme of one medium, and what holds for it. */
export type Programme = {
  items: readonly Item[]
  framesOn: FramesOn
  /** Epoch milliseconds. */
  now: number
}

/**
 * What a priority item does to a programme when it is placed at its time: with another priority item there it clashes and
 * nothing changes; normal items give way to the nearest free time after it (S-12.2, H-12.2: priority first).
 */
export const placePriority = (
  programme: Programme,
  item: Item,
): { clashes: Item[]; changes: Change[] } => {
  const clashes = overlapping(programme.items, item).filter((one) => one.priority === 'priority')
  if (clashes.length > 0) return { clashes, changes: [] }
  const rest = programme.items.filter((one) => one.id !== item.id)
  return { clashes, changes: giveWay({ ...programme, items: [...rest, item] }) }
}

/**
 * Moves each normal item that sounds with a priority one, or with a normal one before it that stays, to the next free time in
 * the frames; what finds none before its bulletin expires is taken out, and said so.
 */
export const giveWay = ({ items, framesOn, now }: Programme): Change[] => {
  const settled = items
    .filter((one) => one.priority === 'priority' || one.isFixed)
    .map((one) => spanOf(one))
  const normal = items
    .filter((one) => one.priority === 'normal' && !one.isFixed)
    .toSorted((a, b) => a.startsAt - b.startsAt)
  // Those that stay are settled first: one that moves must not push another.
  const moving: Item[] = []
  for (const one of normal) {
    const span = spanOf(one)
    if (settled.some((other) => overlaps(other, span))) moving.push(one)
    else settled.push(span)
  }
  return moving.map((one): Change => {
    const startsAt = nearestSlot({
      busy: settled,
      framesOn,
      seconds: one.seconds,
      wanted: one.startsAt,
      from: Math.max(now, one.startsAt),
      until: one.until,
    })
    if (startsAt === undefined) return { id: one.id, what: 'drop', why: 'no_free_slot' }
    settled.push(spanOf({ ...one, startsAt }))
    return { id: one.id, what: 'move', startsAt, why: 'makes_room' }
  })
}
