import { readAirings } from '../airings/airing.ts'
import { dropAiring } from '../airings/changeAiring.ts'
import { closeMoot } from '../clashes/closeMoot.ts'
import { programmeError } from '../errors.ts'
import { demandReason, onOffer, setOfferState } from './verb.ts'
import type { Asked, Offer } from './verb.ts'

type Settled = { state: Offer['state']; version: number }

/**
 * Takes a bulletin into the commune's repertoire without a time yet.
 *
 * @throws PortalError those of `onOffer`; offer_closed
 */
export const acceptOffer = (asked: Asked): Promise<Settled> =>
  onOffer(asked, 'arrange', async ({ client, by, offer }) => {
    demandOpen(offer)
    if (offer.state === 'accepted') return { state: offer.state, version: offer.version }
    await setOfferState(client, { id: offer.id, state: 'accepted', event: 'accepted', by })
    return { state: 'accepted', version: offer.version + 1 }
  })

/**
 * Declines a bulletin with a reason; its coming airings are taken out. A priority one only by whoever settles clashes.
 *
 * @throws PortalError those of `onOffer`; offer_closed, reason_missing
 */
export const declineOffer = (asked: Asked & { reason: string | undefined }): Promise<Settled> =>
  onOffer(asked, 'refuse', async ({ client, by, offer }) => {
    const reason = demandReason(asked.reason)
    demandOpen(offer)
    if (offer.state === 'declined') return { state: offer.state, version: offer.version }
    await setOfferState(client, { id: offer.id, state: 'declined', event: 'declined', by, reason })
    const coming = await readAirings(
      client,
      `a.offer_id = $1 and a.state in ('planned', 'undecided', 'sent') and a.starts_at > $2`,
      [offer.id, asked.now],
    )
    for (const airing of coming) {
      await dropAiring(client, airing, { by, reason })
      await closeMoot(client, airing.id, { by, reason, now: asked.now })
    }
    return { state: 'declined', version: offer.version + 1 }
  })

/**
 * Takes back a refusal: the bulletin waits again.
 *
 * @throws PortalError those of `onOffer`; not_declined
 */
export const reopenOffer = (asked: Asked): Promise<Settled> =>
  onOffer(asked, 'arrange', async ({ client, by, offer }) => {
    if (offer.state !== 'declined') throw programmeError('not_declined')
    await setOfferState(client, { id: offer.id, state: 'offered', event: 'reopened', by })
    return { state: 'offered', version: offer.version + 1 }
  })

/** @throws PortalError offer_closed */
export const demandOpen = ({ state }: Pick<Offer, 'state'>): void => {
  if (state === 'withdrawn' || state === 'expired') throw programmeError('offer_closed')
}
