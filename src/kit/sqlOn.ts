import type { ClientBase, Pool } from 'pg'
import type { Sql } from './transaction.ts'

/** Plain SQL on a connection, or on any of a pool, for readers and workers that have no request. */
export const sqlOn = (connection: Pick<ClientBase, 'query'> | Pick<Pool, 'query'>): Sql => ({
  query: async (text, values = []) => {
    const { rows, rowCount } = await connection.query(text, [...values])
    return { rows: rows as never[], rowCount: rowCount ?? 0 } // the caller names the type of a row
  },
})
