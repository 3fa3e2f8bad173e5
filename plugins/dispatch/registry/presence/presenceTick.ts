import type { Task } from 'graphile-worker'
import { inTransaction } from '#kit/inTransaction.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { theOptions } from '../../options.ts'
import { tellPresence } from './tellPresence.ts'
import { watchPresence } from './watchPresence.ts'

const WATCH_LOCK = 0x436f_5072

/**
 * The watch over devices, each minute: who went away, who came back, and who is to know. State and mail are one transaction,
 * and one worker at a time is in it.
 */
export const createPresenceTick =
  (context: JobContext): Task =>
  async () => {
    const { registry } = theOptions()
    await inTransaction(context.pool, async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [WATCH_LOCK])
      const now = context.now()
      await watchPresence(client, { settings: registry, now })
      await tellPresence(client, {
        settings: registry,
        now,
        publicUrl: context.env.publicUrl,
        opsMail: context.env.opsMail,
      })
    })
  }
