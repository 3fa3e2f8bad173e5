import type { CollectionSlug } from 'payload'
import { addEndpoints, appendHooks, compose, extendCollection } from '#kit/compose.ts'
import { plugin } from '#kit/plugin.ts'
import { adminScreens } from './adminScreens.ts'
import { forgetCopy, keepOrigin, noteAdapted } from './copies/keepOrigin.ts'
import { originField } from './copies/originField.ts'
import { crossPostingEndpoints } from './endpoints/crossPostingEndpoints.ts'
import { screenEndpoints } from './endpoints/screenEndpoints.ts'
import { keepOptions } from './options.ts'
import type { CrossPostingOptions } from './options.ts'
import { receiverEndpoints } from './receivers/receiverEndpoints.ts'
import { receiverScreens } from './receivers/receiverScreens.ts'

export type {
  ConsentRegister,
  CrossPosted,
  CrossPostingOptions,
  ExchangeRights,
  Incoming,
  OriginRelease,
  ReceivingBoard,
  StandingConsent,
  Subscriber,
  Telling,
} from './options.ts'
export type {
  Mode,
  Origin,
  Proposal,
  ProposalEvent,
  ProposalReason,
  ProposalState,
  Root,
  Site,
} from './types.ts'
export type { CopyStanding, Remote } from './copies/copyStanding.ts'
export type { OutsideItem } from './intake/outsideItem.ts'
export type { SkipCode } from './proposals/offer.ts'
export type { ProposalRead } from './proposals/readProposal.ts'
export type { ProposalPage } from './proposals/readProposals.ts'
export { copyStanding } from './copies/copyStanding.ts'
export { reattach } from './copies/reattach.ts'
export { installTables } from './install/installTables.ts'
export { installCrossPosting } from './install/installCrossPosting.ts'
export { proposeFromOutside } from './intake/proposeFromOutside.ts'
export { readFromOutside, withdrawFromOutside } from './intake/outsideProposals.ts'
export { takeIn } from './intake/takeIn.ts'
export { offer } from './proposals/offer.ts'
export { readProposal } from './proposals/readProposal.ts'
export { readInbox, readOutbox } from './proposals/readProposals.ts'
export { dismissUpdate, returnProposal } from './proposals/returnProposal.ts'
export { withdrawProposal } from './proposals/withdrawProposal.ts'

/**
 * What one site publishes others may take: under a consent of their board, or by a decision of their own. Comes after
 * editorial-board, whose verbs it is given as options.
 */
export const crossPosting = (options: CrossPostingOptions) => {
  keepOptions(options)
  const hooks = appendHooks({
    beforeChange: [keepOrigin],
    afterChange: [noteAdapted],
    afterDelete: [forgetCopy],
  })
  return plugin(
    { slug: 'cross-posting', order: 30 },
    compose(
      addEndpoints(...crossPostingEndpoints, ...screenEndpoints, ...receiverEndpoints),
      receiverScreens,
      ...options.collections.map(({ slug }) =>
        extendCollection(
          slug as CollectionSlug, // extendCollection throws on an unknown slug
          (collection) => hooks({ ...collection, fields: [...collection.fields, originField] }),
        ),
      ),
      adminScreens(options),
    ),
  )
}
