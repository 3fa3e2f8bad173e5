import type { CollectionSlug } from 'payload'
import { addEndpoints, appendHooks, compose, extendCollection } from '#kit/compose.ts'
import { plugin } from '#kit/plugin.ts'
import { adminScreens } from './adminScreens.ts'
import { boardEndpoints } from './endpoints/boardEndpoints.ts'
import { noteRefusals } from './endpoints/noteRefusals.ts'
import { noticeEndpoints } from './endpoints/noticeEndpoints.ts'
import { peopleEndpoints } from './endpoints/peopleEndpoints.ts'
import { threadEndpoints } from './endpoints/threadEndpoints.ts'
import { keepOptions } from './options.ts'
import type { EditorialBoardOptions } from './options.ts'
import { noteContribution } from './people/contributors.ts'

export type { BoardName, EditorialBoardOptions, LegalReason } from './options.ts'
export type { Signer } from './ledger/signer.ts'
export type { Consent } from './consents/consents.ts'
export type { Incoming, Subscriber } from './consents/consentFor.ts'
export type { ConsentRow } from './consents/readConsents.ts'
export type { IncomingNotice } from './incoming/tellIncoming.ts'
export type { Review, ReviewState } from './store.ts'
export { consentFor, subscribersOf } from './consents/consentFor.ts'
export { endConsent, grantConsent } from './consents/consents.ts'
export { readConsents } from './consents/readConsents.ts'
export { boardsOf } from './desk/boardsOf.ts'
export { recallIncoming } from './incoming/recallIncoming.ts'
export { releaseUnderConsent } from './incoming/releaseUnderConsent.ts'
export { submitIncoming } from './incoming/submitIncoming.ts'
export { settleIncoming } from './incoming/settleIncoming.ts'
export { tellIncoming } from './incoming/tellIncoming.ts'
export { withdrawWithOrigin } from './incoming/withdrawWithOrigin.ts'
export { carryOutDue } from './due/carryOutDue.ts'
export { foundBoards } from './people/foundBoards.ts'
export { installBoard } from './install/installBoard.ts'
export { leaveBundle } from './bundle/leaveBundle.ts'
export { makeBundle } from './bundle/makeBundle.ts'
export { appoint, endAppointment, settleMembership } from './people/changeMembership.ts'
export { endMandate, grantMandate } from './people/mandates.ts'
export { setFlow } from './flow/setFlow.ts'
export { openThread } from './threads/openThread.ts'
export { replyToThread } from './threads/replyToThread.ts'
export { reopenThread, resolveThread } from './threads/markThread.ts'
export { approve } from './verbs/approve.ts'
export { cancelDecided } from './verbs/cancelDecided.ts'
export { liftHold } from './verbs/liftHold.ts'
export { placeHold } from './verbs/placeHold.ts'
export { recall } from './verbs/recall.ts'
export { refuse } from './verbs/refuse.ts'
export { releaseEmergency } from './verbs/releaseEmergency.ts'
export { returnForClarification } from './verbs/returnForClarification.ts'
export { reviewEmergency } from './verbs/reviewEmergency.ts'
export { submitForReview } from './verbs/submitForReview.ts'
export { withdraw } from './verbs/withdraw.ts'

/** Boards that decide: appointments and mandates, flows, ballots, and a signed chain of everything they did. */
export const editorialBoard = (options: EditorialBoardOptions) => {
  keepOptions(options)
  return plugin(
    { slug: 'editorial-board', order: 10 },
    compose(
      addEndpoints(
        ...[...boardEndpoints, ...peopleEndpoints, ...threadEndpoints, ...noticeEndpoints].map(
          noteRefusals,
        ),
      ),
      adminScreens(options),
      ...options.governed.map(({ slug }) =>
        extendCollection(
          slug as CollectionSlug, // extendCollection throws on an unknown slug
          appendHooks({ afterChange: [noteContribution] }),
        ),
      ),
    ),
  )
}
