import type { TaskList } from 'graphile-worker'
import { createLocalReq } from 'payload'
import { inTransaction } from '#kit/inTransaction.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { takeInUnderConsent } from '../intake/takeInUnderConsent.ts'
import { withdrawCopy } from '../intake/withdrawCopy.ts'
import { sqlOn } from '#kit/sqlOn.ts'
import { tellSettled } from '../proposals/tellSettled.ts'
import { createFollowOrigins } from './followOrigins.ts'

/** What follows a release or a decision between sites of this system: nothing of it is due by the clock. */
export const intakeTasks = (context: JobContext): TaskList => ({
  'follow:crossPosting': createFollowOrigins(context),
  crossPostingTakeIn: async (payload) => {
    const { proposal } = payload as { proposal: string }
    const req = await createLocalReq({}, context.payload)
    await takeInUnderConsent({ req, proposalId: proposal })
  },
  crossPostingWithdraw: async (payload) => {
    const { collection, document, log, seq } = payload as {
      collection: string
      document: number
      log: string
      seq: number
    }
    const req = await createLocalReq({}, context.payload)
    await withdrawCopy({ req, collection, id: document, origin: { log, seq } })
  },
  crossPostingTell: (payload) =>
    inTransaction(context.pool, (client) =>
      tellSettled(sqlOn(client), (payload as { settled: string }).settled),
    ),
})
