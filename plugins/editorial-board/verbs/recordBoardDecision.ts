import type { PayloadRequest } from 'payload'
import { recordDecision } from '#plugins/release-log/index.ts'
import type { Decision, DecisionInput } from '#plugins/release-log/index.ts'
import { boardError } from '../errors.ts'
import { record } from '../ledger/record.ts'
import type { Capacity, Standing } from '../people/standing.ts'
import type { Review } from '../store.ts'

/** Who decides, in what capacity, and on which ballots it rests. */
type Decider = {
  standing: Standing
  capacity: Capacity
  board: string
  /** Section of the document, which the scope of a mandate is measured by. */
  category: number | null
  ballots?: readonly string[]
  /** The submission it went through: the frozen flow and who wrote are signed with the decision. */
  review?: Pick<
    Review,
    'flow' | 'round' | 'contributors' | 'submittedBy' | 'supplier' | 'isIncoming'
  >
  isEmergency?: boolean
}

/** Records a decision in the log's own table and signs it into the board's chain, with the ballots it rests on. */
export const recordBoardDecision = async (
  req: PayloadRequest,
  decider: Decider,
  fields: Omit<DecisionInput, 'decidedBy' | 'capacity' | 'actingFor' | 'mandateId'>,
): Promise<Decision> => {
  const { standing, capacity, board } = decider
  const mandate =
    capacity.actingFor === undefined || capacity.mandateId === undefined
      ? undefined
      : { actingFor: capacity.actingFor, mandateId: capacity.mandateId }
  const decision = await recordDecision({
    req,
    decision: {
      ...fields,
      ...mandate,
      decidedBy: standing.person,
      capacity: decider.isEmergency ? 'emergency' : capacityOf(capacity),
    },
  })
  await record(req, {
    board,
    kind: 'decision',
    by: standing.person,
    capacity: decision.capacity,
    ...(mandate ? { actingFor: mandate.actingFor, mandate: mandate.mandateId } : {}),
    content: {
      id: decision.id,
      submission: decision.submissionId,
      log: decision.log,
      collection: decision.collection,
      document: decision.docId,
      kind: decision.kind,
      sha256: decision.sha256,
      reasonCode: decision.reasonCode,
      explanation: decision.explanation,
      publishAt: decision.publishAt,
      bundle: decision.bundleId,
      redirectTo: decision.redirectTo,
      ballots: decider.ballots ?? [],
      category: decider.category,
      ...(decider.review ? { review: signedOf(decider.review) } : {}),
    },
  })
  return decision
}

const signedOf = (review: NonNullable<Decider['review']>) => ({
  flow: review.flow,
  round: review.round,
  contributors: review.contributors,
  submittedBy: review.submittedBy,
  supplier: review.supplier,
  ...(review.isIncoming ? { isIncoming: true } : {}),
})

const capacityOf = ({ role }: Capacity): DecisionInput['capacity'] => {
  if (role === 'head' || role === 'deputy' || role === 'acting' || role === 'member') return role
  throw boardError('not_a_member')
}
