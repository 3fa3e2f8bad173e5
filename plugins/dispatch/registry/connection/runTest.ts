import { inTransaction } from '#kit/inTransaction.ts'
import { endTest } from './endTest.ts'
import { planSteps } from './planSteps.ts'
import type { StepResult, TestStep } from './steps.ts'
import { failed, skipped } from './steps.ts'
import type { Trial } from './trial.ts'

/** What the later steps build on: without them they would only say the same again. */
const basic: ReadonlySet<TestStep> = new Set(['reachable', 'identity', 'accepted'])

/**
 * Carries a test out, step by step; each is stored with its evidence as soon as it is over. Passed is what has no failed step
 * and at least one that was passed.
 */
export const runTest = async (trial: Trial): Promise<'passed' | 'failed'> => {
  const { channel, hasReceipts } = trial.driver
  let isCut = false
  const results: StepResult[] = []
  for (const { step, run } of planSteps({ name: channel, hasReceipts })) {
    const startedAt = trial.now()
    const result = isCut ? skipped('earlier_step_failed') : await carryOut(trial, run)
    results.push(result)
    if (result.outcome === 'failed' && basic.has(step)) isCut = true
    await trial.pool.query(
      `insert into dispatch.connection_test_steps (test_id, step, outcome, detail, evidence, started_at) values ($1, $2, $3, $4, $5, $6)`,
      [
        trial.testId,
        step,
        result.outcome,
        result.code,
        result.evidence ? JSON.stringify(result.evidence) : null,
        startedAt.toISOString(),
      ],
    )
  }
  const isPassed =
    results.every((one) => one.outcome !== 'failed') &&
    results.some((one) => one.outcome === 'passed')
  const outcome = isPassed ? 'passed' : 'failed'
  await inTransaction(trial.pool, (client) => endTest(client, { testId: trial.testId, outcome }))
  return outcome
}

/** What goes wrong with us is not hidden behind the device: it fails the step and says so. */
const carryOut = async (
  trial: Trial,
  run: (trial: Trial) => Promise<StepResult>,
): Promise<StepResult> => {
  try {
    return await run(trial)
  } catch (error) {
    return failed('fault', { message: error instanceof Error ? error.message.slice(0, 300) : '' })
  }
}
