import type { PayloadRequest } from 'payload'
import type { Review } from '../store.ts'
import { submitDraft } from '../verbs/submitDraft.ts'

/**
 * Hands an item that was taken in from another log to the board of its site, in the ordinary flow. Whoever takes it in is
 * recorded as the submitter, but four eyes do not count him: he wrote nothing of it. Whoever wrote in the draft counts as ever.
 *
 * @param options.req of the person who takes it in
 * @param options.note what the board should know; kept in the document's history
 * @throws PortalError not_incoming (the draft names no origin), not_a_member, people_only; those of freezeSubmission
 */
export const submitIncoming = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  now: Date
  note: string
}): Promise<Review> => {
  const { req, collection, id, now } = options
  return submitDraft({ req, collection, id, now, incoming: { note: options.note.trim() } })
}
