import type { Item } from './plan.ts'
import { ceilMinute } from './freeSlot.ts'
import { spanOf } from './plan.ts'

/**
 * Exchanges two items that follow each other: the later one starts where the earlier did, the earlier one ends where the
 * later did. Nothing else is touched.
 *
 * @returns the new starts
 */
export const swapNeighbours = (earlier: Item, later: Item): { earlier: number; later: number } => {
  const end = spanOf(later).end
  const latest = end - earlier.seconds * 1000
  const afterLater = earlier.startsAt + later.seconds * 1000
  const whole = ceilMinute(afterLater)
  return { later: earlier.startsAt, earlier: whole <= latest ? whole : latest }
}
