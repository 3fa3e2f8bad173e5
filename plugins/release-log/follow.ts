import type { Pool, PoolClient } from 'pg'

/** A row of the log as followers get it. */
export type FollowedRelease = {
  id: string
  log: string
  seq: number
  collection: string
  docId: number
  kind: 'publish' | 'update' | 'correct' | 'withdraw'
  slug: string | null
  /** Canonical text; null for a withdrawal. */
  body: string | null
  sha256: string | null
  decisionId: string
  isImport: boolean
  reasonCode: string | null
  explanation: string | null
  releasedAt: string
}

const columns = `id, log, seq::float8 as seq, collection, doc_id as "docId", kind, slug, body, sha256,
  decision_id as "decisionId", is_import as "isImport", reason_code as "reasonCode", explanation,
  to_json(released_at) #>> '{}' as "releasedAt"`

/**
 * Reads a log on from the follower's cursor, in order, and stores the cursor in the transaction of the effect: every
 * release has its effect exactly once, whatever dies when.
 *
 * @param options.handle writes through the client it is given; what leaves the database is a job added on that client
 * @returns how many releases were handled
 * @example await follow({ pool, follower: 'dispatch', log: 'ha-noi', batchSize: 100, handle: deliverReleases })
 */
export const follow = async (options: {
  pool: Pool
  follower: string
  log: string
  /** @default 100 */
  batchSize?: number
  handle: (client: PoolClient, releases: FollowedRelease[]) => Promise<void>
}): Promise<number> => {
  let total = 0
  for (;;) {
    const handled = await followBatch(options)
    total += handled
    if (handled < (options.batchSize ?? 100)) return total
  }
}

const followBatch = async (options: Parameters<typeof follow>[0]): Promise<number> => {
  const { pool, follower, log, batchSize = 100 } = options
  const client = await pool.connect()
  let isBroken = false
  try {
    await client.query('begin')
    await client.query(
      'insert into release.cursors (follower, log) values ($1, $2) on conflict do nothing',
      [follower, log],
    )
    const cursor = await client.query<{ seq: string }>(
      'select seq from release.cursors where follower = $1 and log = $2 for update',
      [follower, log],
    )
    const { rows } = await client.query<FollowedRelease>(
      `select ${columns} from release.releases where log = $1 and seq > $2 order by releases.seq limit $3`,
      [log, cursor.rows[0]?.seq ?? 0, batchSize],
    )
    const last = rows.at(-1)
    if (last) {
      await options.handle(client, rows)
      await client.query('update release.cursors set seq = $3 where follower = $1 and log = $2', [
        follower,
        log,
        last.seq,
      ])
    }
    await client.query('commit')
    return rows.length
  } catch (error) {
    await client.query('rollback').catch(() => {
      isBroken = true
    })
    throw error
  } finally {
    client.release(isBroken)
  }
}
