import type { Pool } from 'pg'
import { profile } from '#config/profiles/index.ts'
import { workingCalendar } from '#config/workingCalendar.ts'
import type { Obligation } from '#domain/sla/obligation.ts'
import { readVersions } from '#plugins/update-sla/server.ts'
import type { Deadline } from '#src/portal/questions/promise.ts'

/** The times promised to whoever asks a question, as they are in force. */
export type QuestionTerms = {
  readonly forward: Deadline
  readonly answer: Deadline
  stop: () => void
}

/** A new version holds from a later day than the one it is made on: a while is soon enough. */
const REFRESH_MS = 60_000

/**
 * Follows the obligations in force, so that what the portal promises is what the clocks count.
 *
 * @param options.onFault the last known terms stay
 */
export const followQuestionTerms = async (options: {
  pool: Pool
  onFault: (error: unknown) => void
}): Promise<QuestionTerms> => {
  const terms = { forward: seeded('questionForward'), answer: seeded('questionAnswer') }
  const read = async () => {
    const versions = await readVersions(options.pool)
    const today = workingCalendar.dayOf(new Date())
    terms.forward = deadlineOf(versions.at('questionForward', today)) ?? terms.forward
    terms.answer = deadlineOf(versions.at('questionAnswer', today)) ?? terms.answer
  }
  await read().catch(options.onFault)
  const timer = setInterval(() => void read().catch(options.onFault), REFRESH_MS)
  timer.unref()
  return {
    get forward() {
      return terms.forward
    },
    get answer() {
      return terms.answer
    },
    stop: () => clearInterval(timer),
  }
}

const seeded = (code: string): Deadline => {
  const found = deadlineOf(profile.obligations.find((one) => one.code === code))
  if (!found) throw new Error(`The profile has no deadline ${code} in working days`)
  return found
}

/** Pages speak of working days; a time of another unit is not promised there. */
const deadlineOf = (one: Obligation | undefined): Deadline | undefined =>
  one?.kind === 'deadline' && 'workingDays' in one.duration
    ? { clause: one.clause, workingDays: one.duration.workingDays, counting: one.counting }
    : undefined
