import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { returnedReviews, waitingReviews } from '../store.ts'
import type { Review } from '../store.ts'
import type { Board } from './boardsOf.ts'
import { boardsOf } from './boardsOf.ts'

/** What a person finds on her desk. */
export type Desk = {
  boards: Board[]
  /** Waiting for a decision of her boards, what falls due first on top. */
  waiting: Review[]
  /** Her own submissions that came back and have not been submitted anew. */
  returned: Review[]
}

/** The desk of the signed-in person; empty for everybody without a board. */
export const readDesk = async (req: PayloadRequest): Promise<Desk> => {
  const boards = await boardsOf(req)
  if (boards.length === 0 || !req.user) return { boards, waiting: [], returned: [] }
  const sql = await sqlOf(req)
  const waiting = await waitingReviews(
    sql,
    boards.map((one) => one.log),
  )
  return { boards, waiting, returned: await returnedReviews(sql, req.user.id) }
}
