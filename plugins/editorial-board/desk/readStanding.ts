import type { PayloadRequest } from 'payload'
import { snapshotNow } from '#plugins/release-log/index.ts'
import { isStepDone } from '#domain/board/flow.ts'
import { sqlOf } from '#kit/transaction.ts'
import { capacityAt, standingOn } from '../people/standing.ts'
import type { Capacity, Standing } from '../people/standing.ts'
import type { Review } from '../store.ts'
import { ballotsOf } from '../verbs/ballots.ts'
import type { Ballot } from '../verbs/ballots.ts'
import { isOwnWork } from '../verbs/demandFourEyes.ts'
import { hashOf } from '../verbs/hashOf.ts'
import { approversOf } from '../verbs/refuse.ts'
import { holdOn } from '../verbs/placeHold.ts'
import { boardsOf } from './boardsOf.ts'
import type { Board } from './boardsOf.ts'

/** What stands between the signed-in person and her vote on a submission. */
export type ItemStanding = {
  board: Board
  sha256: string
  /** The draft differs from what was submitted: this version cannot be approved. */
  isChangedSince: boolean
  /** The rule of four eyes keeps this person from voting. */
  isOwn: boolean
  hasVoted: boolean
  /** May vote at the step it waits at. */
  mayDecide: boolean
  /** May refuse publication, at any step. */
  mayRefuse: boolean
  /** Her vote, with those cast, would complete the flow: the board has then decided. */
  isDeciding: boolean
  /** Acts for the absent head, by this mandate. */
  acting: { forName: string | null; document: string } | null
  ballots: Ballot[]
  hold: { reason: string; document: string } | null
}

/** Where the signed-in person stands with a submission; null when she may not see the desk of its board. */
export const readStanding = async (
  req: PayloadRequest,
  review: Review,
): Promise<ItemStanding | null> => {
  const board = (await boardsOf(req)).find((one) => one.logs.includes(review.log))
  if (!board) return null
  const sql = await sqlOf(req)
  const isWaiting = review.state === 'submitted'
  const standing =
    board.roles.length > 0 || board.isActing ? await standingOn(req, review.log) : null
  const step = review.flow?.steps[review.step]
  const capacity = standing && capacityAt(standing, step?.actors ?? ['head'], review)
  const isOwn = standing !== null && (await isOwnWork(sql, review, step, standing))
  const ballots = await ballotsOf(sql, review)
  const hasVoted = ballots.some((one) => one.step === review.step && one.person === req.user?.id)
  const sha256 = await hashOf(sql, review.submissionId)
  const target = { req, collection: review.collection, id: review.docId }
  return {
    board,
    sha256,
    isChangedSince: isWaiting && (await snapshotNow(target)).sha256 !== sha256,
    isOwn,
    hasVoted,
    mayDecide: isWaiting && capacity !== null && !isOwn && !hasVoted,
    mayRefuse: isWaiting && !hasVoted && mayRefuseIt(standing, review),
    isDeciding:
      standing !== null && capacity !== null && wouldDecide(review, ballots, standing, capacity),
    acting: capacity?.mandateId ? await mandateOf(req, capacity.mandateId) : null,
    ballots,
    hold: await holdOn(sql, review.collection, review.docId),
  }
}

/** Whether one more approving voice, in this capacity, completes the last step. */
const wouldDecide = (
  { flow, step }: Review,
  ballots: readonly Ballot[],
  { identity }: Standing,
  { role }: Capacity,
): boolean => {
  if (!flow) return true
  if (step !== flow.steps.length - 1 || role === 'collaborator') return false
  const given = ballots.filter((one) => one.vote === 'approve')
  return isStepDone(flow, step, [...given, { step, identity, role }])
}

const mayRefuseIt = (standing: Standing | null, review: Review): boolean =>
  standing !== null &&
  capacityAt(standing, approversOf(review), { ...review, supplier: null }) !== null

const mandateOf = async (req: PayloadRequest, id: string): Promise<ItemStanding['acting']> => {
  const sql = await sqlOf(req)
  const { rows } = await sql.query<NonNullable<ItemStanding['acting']>>(
    `select a.name as "forName", m.document from editorial.mandates m
     left join editorial.accounts a on a.person = m.principal where m.id = $1::uuid`,
    [id],
  )
  return rows[0] ?? null
}
