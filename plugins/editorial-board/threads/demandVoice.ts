import type { PayloadRequest } from 'payload'
import { boardError } from '../errors.ts'
import { standingOn } from '../people/standing.ts'

/**
 * The signed-in person, with any role on the board of a log or acting for somebody there.
 *
 * @throws PortalError people_only (API keys and machine accounts), not_a_member
 */
export const demandVoice = async (req: PayloadRequest, log: string): Promise<number> => {
  const { person, roles, mandates } = await standingOn(req, log)
  if (roles.length === 0 && mandates.length === 0) throw boardError('not_a_member')
  return person
}
