import { commitTransaction, initTransaction, killTransaction } from 'payload'
import type { PayloadRequest } from 'payload'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import { sql } from '@payloadcms/db-postgres'

type Row = Record<string, unknown>

/** Plain SQL on the connection that holds the request's transaction. */
export type Sql = {
  /** `text` uses $1, $2 …; values are bound, never spliced. */
  query<T extends Row = Row>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ rows: T[]; rowCount: number }>
}

type Session = { db: PgDatabase<never> }

/**
 * Runs `work` in the request's transaction: joins one that is open, else opens one, commits it when `work` returns and
 * rolls back when it throws. Errors always pass on.
 */
export const withTransaction = async <T>(
  req: PayloadRequest,
  work: (sql: Sql) => Promise<T>,
): Promise<T> => {
  const isOurs = await initTransaction(req)
  try {
    const result = await work(await sqlOf(req))
    if (isOurs) await commitTransaction(req)
    return result
  } catch (error) {
    if (isOurs) await killTransaction(req)
    throw error
  }
}

/**
 * SQL on the request's own transaction; outside a transaction, on the adapter's pool.
 */
export const sqlOf = async (req: PayloadRequest): Promise<Sql> => {
  const id = await req.transactionID
  const adapter = req.payload.db as unknown as {
    drizzle: Session['db']
    sessions: Record<string, Session>
  } // the adapter's type hides its sessions
  const db = id === undefined || id === null ? adapter.drizzle : adapter.sessions[id]?.db
  if (!db) throw new Error('kit: the transaction of this request has ended')
  return {
    query: async (text, values = []) => {
      const answer = (await db.execute(bind(text, values))) as unknown as {
        rows: never[]
        rowCount: number | null
      } // drizzle types execute() by driver; ours is node-postgres
      return { rows: answer.rows, rowCount: answer.rowCount ?? 0 }
    },
  }
}

/** Turns `$1` placeholders into drizzle's bound parameters. */
const bind = (text: string, values: readonly unknown[]) => {
  const parts = text.split(/\$(\d+)/)
  const chunks = parts.map((part, index) =>
    index % 2 === 0 ? sql.raw(part) : sql`${sql.param(toParameter(values[Number(part) - 1]))}`,
  )
  return sql.join(chunks)
}

const toParameter = (value: unknown) => (value === undefined ? null : value)
