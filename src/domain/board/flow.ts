type Label = { vi: string; en: string }

/** Who may act at a step: a role of the board, a checker of the field (đơn vị quản lý lĩnh vực), or whoever supplied the item. */
export type Actor = 'head' | 'deputy' | 'member' | 'editor' | 'checker' | 'supplier'

/** One step on the way to a decision. */
export type FlowStep = {
  key: string
  label: Label
  /** `edit` prepares, `check` answers for the facts, `approval` decides for the board. */
  kind: 'edit' | 'check' | 'approval'
  actors: readonly Actor[]
  /** How many different people have to agree. */
  quorum: number
  /** The head, or who acts for the head under a mandate, must be among them. */
  headMust?: boolean
  /** Working hours this step may take. */
  limitHours: number
  /** The same for items of emergency priority. @default limitHours */
  urgentHours?: number
  /** `editedByOthers`: only when somebody besides the supplier wrote in the item. @default 'always' */
  when?: 'always' | 'editedByOthers'
}

/** The ordered steps of a kind of item; a submission keeps the copy it began with. */
export type Flow = {
  code: string
  name: Label
  /** The clause the flow rests on. */
  clause?: string
  /**
   * Whose work nobody may approve: that of every contributor since the last release, of the submitter alone, or (boards of
   * one person) no restriction.
   */
  fourEyes: 'contributors' | 'submitter' | 'none'
  /** Whether a resubmission goes on at the step that returned it. @default false */
  resumes?: boolean
  steps: readonly FlowStep[]
}

/** A flow with what it is for; an absent key means any. */
export type FlowRule = { board?: string; collection?: string; category?: number; flow: Flow }

/** A voice at a step. `identity` is the person behind the account. */
export type Voice = { step: number; identity: string; role: Actor | 'acting' }

/** The flow of the most specific rule: the board's own before the section's before the content type's; null when none fits. */
export const chooseFlow = (
  rules: readonly FlowRule[],
  item: { board: string; collection: string; category: number | null },
): Flow | null => {
  let best: FlowRule | undefined
  for (const rule of rules) {
    const fits =
      (rule.board === undefined || rule.board === item.board) &&
      (rule.collection === undefined || rule.collection === item.collection) &&
      (rule.category === undefined || rule.category === item.category)
    if (fits && (!best || weightOf(rule) > weightOf(best))) best = rule
  }
  return best?.flow ?? null
}

/** What is wrong with a flow, as codes; empty when it can be used. */
export const flowFaults = (flow: Flow): string[] => {
  const faults: string[] = []
  const last = flow.steps.at(-1)
  if (last?.kind !== 'approval' || (last.when ?? 'always') !== 'always')
    faults.push('last_step_must_approve')
  for (const step of flow.steps) {
    if (step.actors.length === 0) faults.push(`${step.key}: actors_missing`)
    if (!Number.isInteger(step.quorum) || step.quorum < 1) faults.push(`${step.key}: quorum`)
    if (!(step.limitHours > 0)) faults.push(`${step.key}: limit`)
    const isBoard = step.actors.every((one) => ['head', 'deputy', 'member'].includes(one))
    if (step.kind === 'approval' && !isBoard) faults.push(`${step.key}: only_the_board_approves`)
    if (step.headMust && !step.actors.includes('head')) faults.push(`${step.key}: head_must_act`)
  }
  if (new Set(flow.steps.map((step) => step.key)).size !== flow.steps.length)
    faults.push('keys_not_unique')
  return faults
}

/** Whether enough different people agreed at a step. */
export const isStepDone = (flow: Flow, step: number, voices: readonly Voice[]): boolean => {
  const rule = flow.steps[step]
  if (!rule) return false
  const here = voices.filter((voice) => voice.step === step)
  const hasHead = here.some((voice) => voice.role === 'head' || voice.role === 'acting')
  return (
    new Set(here.map((voice) => voice.identity)).size >= rule.quorum && (!rule.headMust || hasHead)
  )
}

/** The first step at or after `from` that applies; null when the flow is through. */
export const stepFrom = (
  flow: Flow,
  from: number,
  item: { isEditedByOthers: boolean },
): number | null => {
  const found = flow.steps.findIndex(
    (step, index) => index >= from && (step.when !== 'editedByOthers' || item.isEditedByOthers),
  )
  return found === -1 ? null : found
}

const weightOf = (rule: FlowRule) =>
  (rule.board === undefined ? 0 : 4) +
  (rule.category === undefined ? 0 : 2) +
  (rule.collection === undefined ? 0 : 1)
