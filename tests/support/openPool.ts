import type pg from 'pg'
import { SteadyPool } from '#kit/pool.ts'

/**
 * A pool of a test's own. The database is dropped under it in the end: a connection that is cut while it closes, idle or not,
 * is no fault of the test.
 */
export const openPool = (connectionString: string, max = 4): pg.Pool =>
  new SteadyPool({ connectionString, max })
