import { placePriority as planPriority } from '#domain/dispatch/programme/placeItem.ts'
import type { Medium, Span } from '#domain/dispatch/programme/plan.ts'
import { isWithin } from '#domain/dispatch/programme/timeFrames.ts'
import { swapNeighbours } from '#domain/dispatch/programme/swapNeighbours.ts'
import { dayOf } from '#domain/dispatch/programme/localDay.ts'
import type { PoolClient } from 'pg'
import { readAirings } from '../airings/airing.ts'
import type { Airing } from '../airings/airing.ts'
import { applyChanges, dropAiring, moveAiring } from '../airings/changeAiring.ts'
import { reopenIfBare } from '../airings/reopenIfBare.ts'
import { stageNow } from '../airings/stageDue.ts'
import { closeMoot } from '../clashes/closeMoot.ts'
import { openClash } from '../clashes/openClash.ts'
import { programmeError } from '../errors.ts'
import { itemOf, readProgramme } from '../readProgramme.ts'
import { demandPlace } from './demandPlace.ts'
import { demandArranger, demandReason, onAiring } from './verb.ts'
import type { Asked } from './verb.ts'

type Placed = { startsAt: string; version: number; state: string }

const placedOf = ({ startsAt, version, state }: Airing): Placed => ({
  startsAt: startsAt.toISOString(),
  version,
  state,
})

/**
 * Gives an airing another time, or the other medium.
 *
 * @throws PortalError those of `onAiring` and `demandPlace`; sent_elsewhere
 */
export const moveAiringTo = (
  asked: Asked & {
    at: Date
    medium?: Medium | undefined
    isOutsideFramesMeant?: boolean | undefined
    isNearestMeant?: boolean | undefined
  },
): Promise<Placed> =>
  onAiring(asked, 'arrange', async ({ client, by, airing }) => {
    const medium = asked.medium ?? airing.medium
    if (airing.state === 'sent' && medium !== airing.medium) throw programmeError('sent_elsewhere')
    const startsAt = await demandPlace(client, {
      ...airing,
      ...asked,
      medium,
      airingId: airing.id,
      startsAt: asked.at,
    })
    const moved = await moveAiring(client, airing, { startsAt, medium, by })
    await settle(client, moved, { by, now: asked.now })
    return placedOf((await readAirings(client, 'a.id = $1', [airing.id]))[0] ?? moved)
  })

/** After a move: clashes that are none any more close, normal items give way, a new clash opens. */
const settle = async (
  client: PoolClient,
  moved: Airing,
  { by, now }: { by: number; now: Date },
): Promise<void> => {
  await closeMoot(client, moved.id, { by, now })
  if (moved.priority === 'priority' && moved.state !== 'undecided') {
    const programme = await readProgramme(client, { ...moved, now })
    const { clashes, changes } = planPriority(programme, itemOf(moved, now))
    await applyChanges(client, changes, { by })
    const [ours] = clashes
    if (ours) await openClash(client, { ours: ours.id, theirs: moved, oursAt: ours.startsAt, now })
  }
  await stageNow(client, moved.id, now)
}

/**
 * Exchanges an airing with the one before or after it on the same medium and day.
 *
 * @throws PortalError those of `onAiring` and `demandPlace`; no_neighbour, airing_over,
 * outside_frames; those of `demandArranger`
 */
export const reorderAiring = (asked: Asked & { direction: 'earlier' | 'later' }): Promise<Placed> =>
  onAiring(asked, 'arrange', async ({ client, by, airing }) => {
    const { now } = asked
    const isEarlier = asked.direction === 'earlier'
    const [neighbour] = (
      await readAirings(
        client,
        `a.unit_code = $1 and a.medium = $2 and a.state in ('planned', 'sent') and a.id <> $3
         and a.starts_at ${isEarlier ? '<=' : '>='} $4 and a.starts_at > $5`,
        [airing.unitCode, airing.medium, airing.id, airing.startsAt, now],
      )
    ).toSorted((a, b) => (isEarlier ? -1 : 1) * (a.startsAt.getTime() - b.startsAt.getTime()))
    if (!neighbour || dayOf(neighbour.startsAt.getTime()) !== dayOf(airing.startsAt.getTime()))
      throw programmeError('no_neighbour')
    if (airing.state === 'undecided') throw programmeError('no_neighbour')
    await demandArranger(asked.req, neighbour, now)
    const [first, second] = isEarlier ? [neighbour, airing] : [airing, neighbour]
    const starts = swapNeighbours(itemOf(first, now), itemOf(second, now))
    const later = { airing: first, startsAt: new Date(starts.earlier) }
    const sooner = { airing: second, startsAt: new Date(starts.later) }
    for (const one of [later, sooner])
      if (one.airing.expiresAt && endsAfter(one)) throw programmeError('after_expiry')
    const { framesOn } = await readProgramme(client, { ...airing, now })
    for (const one of [later, sooner])
      if (one.airing.priority === 'normal' && !isOnAir(framesOn, one))
        throw programmeError('outside_frames')
    for (const one of [later, sooner]) {
      await moveAiring(client, one.airing, { startsAt: one.startsAt, by })
      await stageNow(client, one.airing.id, now)
    }
    return placedOf((await readAirings(client, 'a.id = $1', [airing.id]))[0] ?? airing)
  })

const isOnAir = (
  framesOn: (day: string) => readonly Span[],
  { airing, startsAt }: { airing: Airing; startsAt: Date },
): boolean => {
  const start = startsAt.getTime()
  return isWithin(framesOn(dayOf(start)), { start, end: start + airing.seconds * 1000 })
}

const endsAfter = ({ airing, startsAt }: { airing: Airing; startsAt: Date }): boolean =>
  airing.expiresAt !== null &&
  startsAt.getTime() + airing.seconds * 1000 > airing.expiresAt.getTime()

/**
 * Takes an airing out, with a reason; its bulletin waits in the inbox again when it has no other. A priority one only by
 * whoever settles clashes.
 *
 * @throws PortalError those of `onAiring`; reason_missing
 */
export const dropAiringFor = (
  asked: Asked & { reason: string | undefined },
): Promise<{ state: 'dropped' }> =>
  onAiring(asked, 'refuse', async ({ client, by, airing }) => {
    const reason = demandReason(asked.reason)
    await dropAiring(client, airing, { by, reason })
    await closeMoot(client, airing.id, { by, reason, now: asked.now })
    await reopenIfBare(client, airing.offerId)
    return { state: 'dropped' }
  })
