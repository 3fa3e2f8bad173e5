import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { returnedReviews } from '../store.ts'
import type { Review } from '../store.ts'
import { boardsOf } from './boardsOf.ts'
import type { Board } from './boardsOf.ts'
import { countWaiting, waitingReviews } from './waitingReviews.ts'
import type { DeskCounts, DeskQuestion } from './waitingReviews.ts'

/** What a person finds on her desk. */
export type Desk = {
  boards: Board[]
  counts: DeskCounts
  /** A page of what waits, what falls due first on top. */
  waiting: Review[]
  /** What came back to her and has not been submitted anew. */
  returned: Review[]
}

/** The desk of the signed-in person; empty for everybody without a board. */
export const readDesk = async (
  req: PayloadRequest,
  asked: Omit<DeskQuestion, 'person' | 'boards'> = {},
): Promise<Desk> => {
  const boards = await boardsOf(req)
  const counts = { total: 0, late: 0, mine: 0, mineLate: 0 }
  if (boards.length === 0 || !req.user) return { boards, counts, waiting: [], returned: [] }
  const sql = await sqlOf(req)
  const question = { ...asked, person: req.user.id, boards }
  return {
    boards,
    counts: await countWaiting(sql, question),
    waiting: await waitingReviews(sql, question),
    returned: await returnedReviews(sql, req.user.id),
  }
}
