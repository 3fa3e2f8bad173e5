import type { Pool } from 'pg'
import { sqlOn } from '#kit/sqlOn.ts'
import type { Sql } from '#kit/transaction.ts'

/**
 * Runs `work` in a transaction of its own on a worker's pool, in the shape that the plugin's SQL takes.
 */
export const onPool = async <T>(pool: Pool, work: (sql: Sql) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const done = await work(sqlOn(client))
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback').catch(() => undefined) // the connection may be what failed
    throw error
  } finally {
    client.release()
  }
}
