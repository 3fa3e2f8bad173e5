import pg from 'pg'

/**
 * For pools that are not made here, such as Payload's: a connection that is cut while it works fails its query and nothing
 * else. Without a listener of its own, which a pool sets on idle connections only, it would end the process.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', () => undefined)
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
}): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.max ?? 6,
    application_name: `coloa ${options.name}`,
    connectionTimeoutMillis: 10_000,
  })
  // An idle connection that the server closes is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
