import { isStepDone, stepFrom } from '../flow.ts'
import type { Flow, Voice } from '../flow.ts'
import type { LedgerAct } from '../ledgerEntry.ts'
import type { FindingCode } from './finding.ts'

/** The frozen flow and the people of a submission, as its decision was signed with them. */
export type SignedReview = {
  flow: Flow | null
  round: number
  contributors: readonly number[]
  submittedBy: number
  /** It was taken in from another log: whoever submitted it wrote nothing of it. */
  isIncoming?: boolean
  supplier: number
}

type Fault = { code: FindingCode; about?: string }

/**
 * Whether the ballots a decision names let it stand: they are about the same text and round, every step of the flow has its
 * quorum (and its head), everybody voted where it was his turn, and nobody approved his own work. Two accounts count as two
 * people here: who is behind an account is not part of what an auditor is given.
 *
 * @param options.resumesAt the step at which the document was returned before, for flows that go on there
 */
export const judgeBallots = (options: {
  decision: LedgerAct
  ballots: readonly LedgerAct[]
  review: SignedReview
  resumesAt: number | undefined
}): Fault[] => {
  const { decision, ballots, review } = options
  const faults: Fault[] = []
  for (const { content } of ballots) {
    const isSame =
      content.vote === 'approve' &&
      content.submission === decision.content.submission &&
      content.sha256 === decision.content.sha256 &&
      content.round === review.round &&
      (content.category ?? null) === (decision.content.category ?? null)
    if (!isSame) faults.push({ code: 'ballot_differs', about: String(content.id) })
  }
  const last = ballots.at(-1)
  if (last?.by !== decision.by || last.capacity !== decision.capacity)
    faults.push({ code: 'ballot_missing', about: `account ${decision.by}` })
  const voices = ballots.map(voiceOf)
  return [
    ...faults,
    ...(review.flow
      ? [...stepFaults(review.flow, voices, options), ...turnFaults(review.flow, voices)]
      : boardFaults(voices)),
    ...ownWork(review, voices),
  ]
}

const voiceOf = ({ by, capacity, content }: LedgerAct): Voice & { person: number } => ({
  step: Number(content.step),
  identity: `account:${by}`,
  role: capacity as Voice['role'], // isStepDone and turnFaults compare it only
  person: by ?? 0,
})

type Said = ReturnType<typeof voiceOf>

const stepFaults = (
  flow: Flow,
  voices: readonly Said[],
  { review, resumesAt }: { review: SignedReview; resumesAt: number | undefined },
): Fault[] => {
  const isEditedByOthers = review.contributors.some((one) => one !== review.supplier)
  const undone = (from: number): string[] => {
    const keys: string[] = []
    for (
      let step = stepFrom(flow, from, { isEditedByOthers });
      step !== null;
      step = stepFrom(flow, step + 1, { isEditedByOthers })
    )
      if (!isStepDone(flow, step, voices)) keys.push(flow.steps[step]?.key ?? String(step))
    return keys
  }
  const starts = flow.resumes && resumesAt !== undefined ? [0, resumesAt] : [0]
  const least = starts.map(undone).sort((a, b) => a.length - b.length)[0] ?? []
  return least.map((key) => ({ code: 'step_not_done', about: key }))
}

const turnFaults = (flow: Flow, voices: readonly Said[]): Fault[] =>
  voices
    .filter(({ step, role }) => {
      const actors = flow.steps[step]?.actors ?? []
      return !(role === 'acting' ? actors.includes('head') : actors.includes(role))
    })
    .map(({ person }) => ({ code: 'step_not_theirs', about: `account ${person}` }))

/** Submitted before flows were set: the head decides. */
const boardFaults = (voices: readonly Said[]): Fault[] =>
  voices.some(({ role }) => role === 'head' || role === 'acting')
    ? []
    : [{ code: 'step_not_done', about: 'head' }]

const ownWork = (
  { flow, submittedBy, contributors, isIncoming }: SignedReview,
  voices: readonly Said[],
): Fault[] => {
  const rule = flow?.fourEyes ?? 'contributors'
  if (rule === 'none') return []
  const submitter = isIncoming ? [] : [submittedBy]
  const writers = rule === 'submitter' ? submitter : [...submitter, ...contributors]
  return voices
    .filter(({ step, person }) => {
      const at = flow?.steps[step]
      return at?.kind !== 'edit' && !at?.actors.includes('supplier') && writers.includes(person)
    })
    .map(({ person }) => ({ code: 'own_work', about: `account ${person}` }))
}
