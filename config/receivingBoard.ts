import {
  consentFor,
  recallIncoming,
  releaseUnderConsent,
  submitIncoming,
  subscribersOf,
  tellIncoming,
  withdrawWithOrigin,
} from '#plugins/editorial-board/index.ts'
import type { ReceivingBoard } from '#plugins/cross-posting/index.ts'

/** The boards of this city, as cross-posting asks them. */
export const receivingBoard: ReceivingBoard = {
  consentFor,
  subscribersOf,
  submitIncoming,
  releaseUnderConsent,
  withdrawWithOrigin,
  recallIncoming,
  tellIncoming,
}
