import pg from 'pg'

/**
 * A pool of a test's own. The database is dropped under it in the end: a connection that is cut while it closes, idle or not,
 * is no fault of the test.
 */
export const openPool = (connectionString: string, max = 4): pg.Pool => {
  const pool = new pg.Pool({ connectionString, max })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
