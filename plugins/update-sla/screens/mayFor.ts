import type { PayloadRequest } from 'payload'
import { PortalError } from '#kit/portalError.ts'
import { demandRole } from '../clocks/demandRole.ts'

/** Whether the signed-in person may act for an owner (`act`), or give it more time (`adjust`). */
export const mayFor = async (
  req: PayloadRequest,
  owner: string,
  what: 'act' | 'adjust',
): Promise<boolean> => {
  try {
    await demandRole(req, owner, what)
    return true
  } catch (error) {
    if (error instanceof PortalError) return false
    throw error
  }
}
