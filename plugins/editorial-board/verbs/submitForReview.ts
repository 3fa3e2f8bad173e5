import type { PayloadRequest } from 'payload'
import type { Review } from '../store.ts'
import { submitDraft } from './submitDraft.ts'

/**
 * Hands a draft to the board of its site: freezes it, all languages and files, and puts it at the first step of its flow with
 * a due time. The same content again is the same submission; whoever wrote in it since the last release is kept with it.
 *
 * @throws PortalError not_a_member, people_only; invalid_content and others of freezeSubmission; those of demandRelease
 */
export const submitForReview = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  now: Date
}): Promise<Review> => {
  const { req, collection, id, now } = options
  return submitDraft({ req, collection, id, now })
}
