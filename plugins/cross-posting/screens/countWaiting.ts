import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'

/** How much waits in the inboxes of some sites. */
export type Waiting = { total: number; urgent: number }

/** Counts what nobody has taken up yet. */
export const countWaiting = async (
  req: PayloadRequest,
  logs: readonly string[],
): Promise<Waiting> => {
  if (logs.length === 0) return { total: 0, urgent: 0 }
  const sql = await sqlOf(req)
  const { rows } = await sql.query<Waiting>(
    `select count(*)::int as total, (count(*) filter (where is_emergency))::int as urgent
     from cross_posting.proposals where log = any ($1::text[]) and state = 'proposed'`,
    [`{${logs.join()}}`],
  )
  return rows[0] ?? { total: 0, urgent: 0 }
}
