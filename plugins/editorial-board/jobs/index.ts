import type { TaskList } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { createCarryOutDecided } from './carryOutDecided.ts'
import { createEscalateEmergencies } from './escalateEmergencies.ts'
import { createSendDigest } from './sendDigest.ts'
import { createTellOfEvent } from './tellOfEvent.ts'
import { createTellOfIncoming } from './tellOfIncoming.ts'
import { createTellOfMembership } from './tellOfMembership.ts'
import { createWarnOfDueSteps } from './warnOfDueSteps.ts'

/** The tasks of the editorial board. */
export const tasks = (context: JobContext): TaskList => ({
  editorialBoardCarryOutDecided: createCarryOutDecided(context),
  editorialBoardWarnOfDueSteps: createWarnOfDueSteps(context),
  editorialBoardEscalateEmergencies: createEscalateEmergencies(context),
  editorialBoardSendDigest: createSendDigest(context),
  editorialBoardTellOfEvent: createTellOfEvent(context),
  editorialBoardTellOfIncoming: createTellOfIncoming(context),
  editorialBoardTellOfMembership: createTellOfMembership(context),
})

/** Run each minute, once among all workers. */
export const ticks = [
  'editorialBoardCarryOutDecided',
  'editorialBoardWarnOfDueSteps',
  'editorialBoardEscalateEmergencies',
  'editorialBoardSendDigest',
] as const
