import type { Medium } from '#domain/dispatch/programme/plan.ts'
import { timesOf } from '#domain/dispatch/programme/timesOf.ts'
import type { Repeats, Times } from '#domain/dispatch/programme/timesOf.ts'
import type { PoolClient } from 'pg'
import { readAirings } from '../airings/airing.ts'
import type { Airing } from '../airings/airing.ts'
import { makeAiring } from '../airings/makeAiring.ts'
import { placePriority } from '../airings/placePriority.ts'
import { stageNow } from '../airings/stageDue.ts'
import { programmeError } from '../errors.ts'
import { demandPlace } from './demandPlace.ts'
import { demandOpen } from './offerVerbs.ts'
import { onOffer, setOfferState } from './verb.ts'
import type { Asked, Offer } from './verb.ts'

/** What is to be aired when, and how often in a row. */
export type Scheduling = {
  medium: Medium
  times: Times
  repeats?: Repeats | undefined
  isOutsideFramesMeant?: boolean | undefined
  isNearestMeant?: boolean | undefined
}

/**
 * Puts a bulletin on the programme at one time or many, all or none. Times of a series that have passed are left out.
 *
 * @returns the airings made; `undecided` where a priority one met another
 * @throws PortalError those of `onOffer` and `demandPlace`; offer_closed, no_times
 */
export const scheduleOffer = (
  asked: Asked & Scheduling,
): Promise<{ airings: { id: string; startsAt: string; state: string }[] }> =>
  onOffer(asked, 'arrange', async ({ client, by, offer }) => {
    demandOpen(offer)
    const all = timesOf(asked.times, offer.seconds, asked.repeats)
    const times = 'at' in asked.times ? all : all.filter((one) => one > asked.now.getTime())
    if (times.length === 0) throw programmeError('no_times')
    if (offer.state !== 'accepted')
      await setOfferState(client, { id: offer.id, state: 'accepted', event: 'accepted', by })
    const ids: string[] = []
    for (const time of times) ids.push((await place(client, asked, offer, { time, by })).id)
    const made = await readAirings(client, 'a.id = any($1::uuid[])', [ids])
    return {
      airings: made.map(({ id, startsAt, state }) => ({
        id,
        startsAt: startsAt.toISOString(),
        state,
      })),
    }
  })

const place = async (
  client: PoolClient,
  asked: Asked & Scheduling,
  offer: Offer,
  { time, by }: { time: number; by: number },
): Promise<Airing> => {
  const { medium, now } = asked
  const startsAt = await demandPlace(client, { ...offer, ...asked, startsAt: new Date(time) })
  if (offer.priority === 'priority')
    return placePriority(client, { ...offer, offerId: offer.id, medium, startsAt, now, by })
  const airing = await makeAiring(client, { offerId: offer.id, medium, startsAt, by })
  await stageNow(client, airing.id, now)
  return airing
}
