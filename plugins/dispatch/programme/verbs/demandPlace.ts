import type { PoolClient } from 'pg'
import { nearestSlot } from '#domain/dispatch/programme/freeSlot.ts'
import { dayOf, instantOf } from '#domain/dispatch/programme/localDay.ts'
import type { Programme } from '#domain/dispatch/programme/placeItem.ts'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import { overlapping, spanOf } from '#domain/dispatch/programme/plan.ts'
import { isWithin } from '#domain/dispatch/programme/timeFrames.ts'
import type { Airing } from '../airings/airing.ts'
import { programmeError } from '../errors.ts'
import { readProgramme } from '../readProgramme.ts'

/** A place somebody wants for an item. */
export type Wanted = {
  unitCode: string
  medium: Medium
  priority: Airing['priority']
  seconds: number
  startsAt: Date
  expiresAt: Date | null
  /** The item itself, where it is on the programme already. */
  airingId?: string
  /** The person knows that a priority item is outside the frames. */
  isOutsideFramesMeant?: boolean | undefined
  /** Where the place is taken or outside, the nearest free one will do. */
  isNearestMeant?: boolean | undefined
  now: Date
}

/**
 * Where the item goes. A normal item needs a free place within the time frames; a priority one is warned of the frames and
 * then placed, whatever is there: the plan settles that.
 *
 * @throws PortalError in_past, after_expiry, outside_frames, outside_frames_confirm, slot_taken (details.nearest)
 */
export const demandPlace = async (client: PoolClient, wanted: Wanted): Promise<Date> => {
  const { startsAt, now, seconds } = wanted
  if (startsAt <= now) throw programmeError('in_past')
  const item = {
    id: wanted.airingId ?? '',
    priority: wanted.priority,
    startsAt: startsAt.getTime(),
    seconds,
  }
  const span = spanOf(item)
  const until = wanted.expiresAt?.getTime()
  if (until !== undefined && span.end > until) throw programmeError('after_expiry')
  const programme = await readProgramme(client, wanted)
  const isOutside = !isWithin(programme.framesOn(dayOf(span.start)), span)
  const inTheWay = overlapping(programme.items, item)
  const isPriority = wanted.priority === 'priority'
  const isRefused = isPriority
    ? isOutside && !wanted.isOutsideFramesMeant
    : isOutside || inTheWay.length > 0
  if (!isRefused) return startsAt
  const nearest = nearestOn(programme, wanted)
  if (wanted.isNearestMeant && nearest !== undefined) return new Date(nearest)
  throw programmeError(
    isPriority ? 'outside_frames_confirm' : isOutside ? 'outside_frames' : 'slot_taken',
    nearest === undefined ? undefined : { nearest: new Date(nearest).toISOString() },
  )
}

/** The nearest free place of the same day; without one, of any day. */
const nearestOn = (
  { items, framesOn }: Programme,
  { startsAt, seconds, expiresAt, now, airingId }: Wanted,
): number | undefined => {
  const day = dayOf(startsAt.getTime())
  const soon = now.getTime() + 60_000
  const until = expiresAt?.getTime() ?? Infinity
  const of = {
    busy: items.filter((one) => one.id !== airingId).map((one) => spanOf(one)),
    framesOn,
    seconds,
    wanted: startsAt.getTime(),
  }
  return (
    nearestSlot({
      ...of,
      from: Math.max(soon, instantOf(day, '00:00')),
      until: Math.min(until, instantOf(day, '24:00')),
    }) ?? nearestSlot({ ...of, from: soon, until })
  )
}
