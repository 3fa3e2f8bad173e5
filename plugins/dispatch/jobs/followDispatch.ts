import type { Task } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { follow } from '#plugins/release-log/index.ts'
import { createDispatch } from '../createDispatch.ts'
import { askForForms } from '../forms/askForForms.ts'

/** Follows the release log: each bulletin a board released becomes one dispatch, exactly once. */
export const createFollowDispatch =
  (context: JobContext): Task =>
  async (payload) => {
    const { log } = payload as { log: string }
    await follow({
      pool: context.pool,
      follower: 'dispatch',
      log,
      handle: async (client, releases) => {
        for (const one of releases) {
          if (one.collection !== 'bulletins' || one.isImport) continue
          await createDispatch(client, one, context.now(), context.logger)
          if (one.body) await askForForms(client, one)
        }
      },
    })
  }
