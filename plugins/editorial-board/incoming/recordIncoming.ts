import type { PayloadRequest } from 'payload'
import { recordDecision } from '#plugins/release-log/index.ts'
import type { Decision, DecisionInput } from '#plugins/release-log/index.ts'
import { record } from '../ledger/record.ts'

/**
 * Records a decision that rests on a release of another log, and signs it into the chain of the board that receives.
 *
 * @param by.origin the release it rests on, with its document there
 */
export const recordIncoming = async (
  req: PayloadRequest,
  by: {
    board: string
    origin: { log: string; seq: number; document: number }
    /** What the consent was measured by. */
    measured?: { category: number | null; contentKind: string | null; isEmergency: boolean }
  },
  fields: DecisionInput,
): Promise<Decision> => {
  const { log, seq } = by.origin
  const decision = await recordDecision({ req, decision: { ...fields, origin: { log, seq } } })
  await record(req, {
    board: by.board,
    kind: 'decision',
    by: decision.decidedBy,
    capacity: decision.capacity,
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
      consent: decision.consentId,
      origin: by.origin,
      ...by.measured,
    },
  })
  return decision
}
