import type { Task } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { follow } from '#plugins/release-log/index.ts'
import type { FollowedRelease } from '#plugins/release-log/index.ts'
import { sqlOn } from '#kit/sqlOn.ts'
import type { Sql } from '#kit/transaction.ts'
import { followRelease } from '../proposals/followRelease.ts'

/** Follows every log: what each release means for other logs, exactly once. */
export const createFollowOrigins =
  (context: Pick<JobContext, 'pool'>): Task =>
  async (payload) => {
    const { log } = payload as { log: string }
    await follow({
      pool: context.pool,
      follower: 'crossPosting',
      log,
      handle: async (client, releases) => {
        const sql = sqlOn(client)
        await noteTexts(sql, log, releases)
        for (const one of releases) await followRelease(sql, one)
      },
    })
  }

/** By their words they are known when an outside site hands them back. */
const noteTexts = async (sql: Sql, log: string, releases: readonly FollowedRelease[]) => {
  await sql.query('select cross_posting.note_traces($1, $2::bigint[])', [
    log,
    `{${releases.map(({ seq }) => seq).join(',')}}`,
  ])
}
