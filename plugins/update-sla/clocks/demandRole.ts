import type { PayloadRequest } from 'payload'
import { slaError } from '../errors.ts'
import { ownersFor } from './ownersFor.ts'
import type { ByHand } from './ownersFor.ts'

/**
 * Refuses who may not do this for an owner.
 *
 * @throws not_owner
 */
export const demandRole = async (
  req: PayloadRequest,
  owner: string,
  what: ByHand,
): Promise<void> => {
  if (!(await ownersFor(req, what)).has(owner)) throw slaError('not_owner')
}
