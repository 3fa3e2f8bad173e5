import pg from 'pg'
import { auditTables } from './auditTables.ts'

const ROWS_AT_A_TIME = 500

/** A row of a table as JSON text. */
export type RowText = { table: string; row: string }

/**
 * The rows of an audit, in one state of the database and in constant memory.
 *
 * @param connectionString of a role that may read the schemas `editorial` and `release`; nothing is written
 */
export async function* streamDatabase(connectionString: string): AsyncGenerator<RowText> {
  const client = new pg.Client({ connectionString, application_name: 'coloa verify' })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    yield* streamRows(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** The same within a transaction of the caller's. */
export async function* streamRows(client: Pick<pg.ClientBase, 'query'>): AsyncGenerator<RowText> {
  await client.query("set local timezone = 'UTC'")
  const { rows } = await client.query<{ row: string }>(
    `select json_build_object('version', 1, 'database', current_database(), 'at', clock_timestamp())::text as row`,
  )
  yield { table: 'export', row: rows[0]?.row ?? '{}' }
  let total = 0
  for (const { table, query } of auditTables) {
    for await (const row of rowsOf(client, query)) {
      total += 1
      yield { table, row }
    }
  }
  yield { table: 'end', row: JSON.stringify({ rows: total }) }
}

async function* rowsOf(
  client: Pick<pg.ClientBase, 'query'>,
  query: string,
): AsyncGenerator<string> {
  await client.query(
    `declare audit no scroll cursor for select row_to_json(q)::text as row from (${query}) q`,
  )
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${ROWS_AT_A_TIME} from audit`)
    for (const { row } of rows) yield row
    if (rows.length < ROWS_AT_A_TIME) break
  }
  await client.query('close audit')
}
