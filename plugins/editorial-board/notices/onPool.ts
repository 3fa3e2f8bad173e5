import type { Pool, PoolClient } from 'pg'
import type { Sql } from '#kit/transaction.ts'

/**
 * Runs `work` in a transaction of its own on a worker's pool, in the shape that the plugin's SQL takes.
 */
export const onPool = async <T>(pool: Pool, work: (sql: Sql) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const done = await work(sqlOnClient(client))
    await client.query('commit')
    return done
  } catch (error) {
    await client.query('rollback').catch(() => undefined) // the connection may be what failed
    throw error
  } finally {
    client.release()
  }
}

const sqlOnClient = (client: PoolClient): Sql => ({
  query: async (text, values = []) => {
    const { rows, rowCount } = await client.query(text, [...values])
    return { rows: rows as never[], rowCount: rowCount ?? 0 } // the caller names the row's shape
  },
})
