import pg from 'pg'

/**
 * A pool whose connections may be cut at any time: one that is idle is replaced at the next query, one at work fails its query
 * and nothing else. Without listeners of its own, which a pool sets on idle connections only, either would end the process.
 */
export class SteadyPool extends pg.Pool {
  constructor(config?: pg.PoolConfig) {
    super(config)
    this.on('error', () => undefined)
    this.on('connect', (client) => client.on('error', () => undefined))
  }
}

/**
 * A connection pool beside Payload's own, for readers and workers.
 *
 * @param options.name shown in pg_stat_activity
 */
export const createPool = (options: {
  connectionString: string
  max?: number
  name: string
}): pg.Pool =>
  new SteadyPool({
    connectionString: options.connectionString,
    max: options.max ?? 6,
    application_name: `coloa ${options.name}`,
    connectionTimeoutMillis: 10_000,
  })
