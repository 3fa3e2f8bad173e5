import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import type { SequenceWatch } from '../createSequenceWatch.ts'
import { statement } from '../statement.ts'
import type { Plan } from './compilePlan.ts'

/** Totals hold exactly until a log moves; without a watch each is asked for. */
export const createTotalMemory = (options: { pool: Pool; watch?: SequenceWatch | undefined }) => {
  const { pool, watch } = options
  const known = new LRUCache<Plan, { version: string; total: number }>({ max: 2000 })
  return async (plan: Plan): Promise<number | null> => {
    if (!plan.total) return null
    const now = watch?.version([])
    const before = now?.isTrusted ? known.get(plan) : undefined
    if (before && before.version === now?.key) return before.total
    const { rows } = await pool.query<{ total: number }>(
      statement(plan.total.text, plan.total.values),
    )
    const total = rows[0]?.total ?? 0
    if (now) known.set(plan, { version: now.key, total })
    return total
  }
}
