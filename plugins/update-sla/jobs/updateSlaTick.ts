import type { Task } from 'graphile-worker'
import type { ClientBase } from 'pg'
import { inTransaction } from '#kit/inTransaction.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { tellAlerts } from '../alerts/tellAlerts.ts'
import { catchUp } from '../catchUp.ts'

/**
 * Looks at everything that happened since the last time, however long ago that was: what was released or changed, which
 * windows ended, which rungs were reached. Clocks, verdicts, alerts, mails and the progress are one transaction, so that two
 * workers or a crash neither skip nor repeat one.
 */
export const createUpdateSlaTick =
  (context: JobContext): Task =>
  () =>
    inTransaction(context.pool, (client) => tick(client, context))

const tick = async (client: ClientBase, context: JobContext) => {
  const { state, unknown } = await catchUp(client, context.now(), { isTick: true })
  await tellAlerts(client, context, state.now)
  if (unknown > 0)
    context.logger.error(
      { clocks: unknown },
      'update-sla: the working calendar says nothing about the due time of some clocks; enter the notice of that year',
    )
}
