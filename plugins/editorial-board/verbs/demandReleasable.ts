import type { PayloadRequest } from 'payload'
import { theOptions } from '../options.ts'
import type { Review } from '../store.ts'
import { shownOf } from './shownOf.ts'

/**
 * Asks what else the installation demands of what was submitted, before it is decided or carried out.
 *
 * @param options.body canonical text of the submission
 * @throws as demandRelease
 */
export const demandReleasable = async (
  req: PayloadRequest,
  { review, body, at }: { review: Review; body: string; at: Date },
): Promise<void> => {
  const { collection, docId, log } = review
  const { document } = shownOf(collection, body)
  await theOptions().demandRelease?.(req, { collection, id: docId, log, document, at })
}
