import type { PayloadRequest } from 'payload'
import { hasDuty, isOnBoard } from '../../rights.ts'

/** Whoever may write bulletins anywhere; creating one asks again, for the very site. */
export const mayMakeBulletins = async (req: PayloadRequest): Promise<boolean> =>
  hasDuty(req, 'systemAdmin') || (await isOnBoard(req))
