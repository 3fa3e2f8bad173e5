import type { ClientBase } from 'pg'
import type { FollowedRelease } from '#plugins/release-log/index.ts'
import type { Bulletin } from '../bulletin.ts'
import { lockOffering } from './lockUnit.ts'
import { offerBulletin } from './follow/offerBulletin.ts'
import { endOffers } from './follow/endOffers.ts'
import { hasProgramme } from './options.ts'

/** A release of a bulletin that communes are to decide on. */
export type Followed = {
  release: Pick<FollowedRelease, 'log' | 'seq' | 'docId' | 'kind' | 'explanation'>
  bulletin: Bulletin
  now: Date
}

/**
 * Brings a release before the communes: priority and normal bulletins are offered, or offered anew; what is withdrawn,
 * cancelled or has become an emergency leaves their programmes. Runs on the follower's transaction.
 */
export const followProgramme = async (client: ClientBase, followed: Followed): Promise<void> => {
  if (!hasProgramme()) return
  const { release, bulletin } = followed
  const isEnded = release.kind === 'withdraw' || bulletin.messageKind === 'cancel'
  const isOffered = bulletin.priority !== 'emergency' && bulletin.messageKind !== 'exercise'
  const isToOffer = isOffered && !isEnded
  // An emergency that was never offered waits for nobody who makes offers.
  if (!isToOffer && !(await hasOffers(client, release.docId))) return
  await lockOffering(client)
  if (isToOffer) await offerBulletin(client, followed)
  else
    await endOffers(client, {
      docId: release.docId,
      seq: release.seq,
      why: 'withdrawn',
      reason: isEnded ? release.explanation : 'emergency',
      now: followed.now,
    })
}

const hasOffers = async (client: ClientBase, docId: number): Promise<boolean> => {
  const { rowCount } = await client.query('select from dispatch.offers where doc_id = $1 limit 1', [
    docId,
  ])
  return rowCount === 1
}
