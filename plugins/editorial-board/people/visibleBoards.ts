import type { PayloadRequest } from 'payload'
import { boardsOf } from '../desk/boardsOf.ts'
import { theOptions } from '../options.ts'
import type { BoardName } from '../options.ts'

/** The boards whose register the signed-in person may read: all for registrars and auditors, else those she is on today. */
export const visibleBoards = async (req: PayloadRequest): Promise<BoardName[]> => {
  const { boards, isRegistrar } = theOptions()
  if (req.user && req.user.isActive !== false && isRegistrar(req)) return [...(await boards(req))]
  return boardsOf(req)
}
