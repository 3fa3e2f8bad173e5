import type { Task } from 'graphile-worker'
import { inTransaction } from '#kit/inTransaction.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { tellRecount } from '../alerts/tellRecount.ts'
import { readTickState } from '../clocks/tickState.ts'
import { recount } from '../recount.ts'

/** Once a night: counts everything anew, puts clocks right, and tells operations and the log of this process what differed. */
export const createUpdateSlaRecount =
  (context: JobContext): Task =>
  () =>
    inTransaction(context.pool, async (client) => {
      const { rows } = await client.query<{ began_at: Date }>(
        'select began_at from sla.progress for update',
      )
      if (!rows[0]) return
      const state = await readTickState(client, context.now(), rows[0].began_at)
      const found = await recount(client, state)
      if (found.clocks + found.dues + found.verdicts.length > 0)
        context.logger.warn(found, 'update-sla: the nightly recount found differences')
      await tellRecount(client, context, { found, state })
    })
