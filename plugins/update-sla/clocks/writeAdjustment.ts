import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { slaError } from '../errors.ts'
import { demandRole } from './demandRole.ts'
import { openClock } from './openClock.ts'
import type { OpenClock } from './openClock.ts'

/** What somebody does to a clock, now: what was told under the old due time stays told. */
export type NewAdjustment = {
  req: PayloadRequest
  clock: number
  reason: string
  now: Date
}

/**
 * Adjusts a clock that runs.
 *
 * @param check refuses what does not fit the clock
 * @throws clock_unknown, clock_ended, clock_void, not_owner, bad_input
 */
export const writeAdjustment = (
  { req, clock: id, reason, now }: NewAdjustment,
  what: { kind: 'pause' | 'resume' } | { kind: 'extend'; until: Date },
  check: (clock: OpenClock) => void,
): Promise<{ clock: number }> =>
  withTransaction(req, async (sql) => {
    const clock = await openClock(sql, id)
    await demandRole(req, clock.owner, 'adjust')
    if (reason.trim() === '') throw slaError('bad_input', { fields: ['reason'] })
    check(clock)
    await sql.query(
      `insert into sla.adjustments (clock, kind, at, until, reason, by)
       values ($1::bigint, $2, $3::timestamptz, $4::timestamptz, $5, $6::integer)`,
      [
        id,
        what.kind,
        now.toISOString(),
        what.kind === 'extend' ? what.until.toISOString() : null,
        reason.trim(),
        req.user?.id ?? null,
      ],
    )
    return { clock: id }
  })
