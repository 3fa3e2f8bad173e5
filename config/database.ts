import path from 'node:path'
import { postgresAdapter } from '@payloadcms/db-postgres'
import pg from 'pg'
import { SteadyPool } from '#kit/pool.ts'
import { env } from './env.ts'
import { root } from './root.ts'

/**
 * PostgreSQL under the runtime role. The schema changes through `src/migrate.ts` only: the guard of the release log would
 * not survive a push.
 */
export const database = postgresAdapter({
  pg: { ...pg, Pool: SteadyPool },
  pool: { connectionString: env.databaseUrl, max: 10, application_name: 'coloa payload' },
  push: false,
  migrationDir: path.join(root, 'src/migrations'),
})
