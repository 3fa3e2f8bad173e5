import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { isBackDated } from '../claims/isBackDated.ts'
import { slaError } from '../errors.ts'
import { readVersions } from '../obligations/readVersions.ts'
import { demandRole } from './demandRole.ts'
import { openClock } from './openClock.ts'

/** Something owed was done outside the system. */
export type Done = {
  clock: number
  /** When it was done. */
  at: Date
  /** What was done. */
  note: string
  /** Number of the letter or report. */
  document: string | null
  /** Why it is entered later than it was done; needed when it is. */
  lateReason?: string | null
}

/**
 * Ends a clock by an act of its owner: a report sent, an incident told, a page looked through.
 *
 * @throws clock_unknown, clock_ended, clock_void, clock_counted, not_owner, bad_time, bad_input, late_reason_missing
 */
export const markDone = (options: {
  req: PayloadRequest
  done: Done
  now: Date
}): Promise<{ obligation: string }> =>
  withTransaction(options.req, async (sql) => {
    const { req, done, now } = options
    const clock = await openClock(sql, done.clock)
    await demandRole(req, clock.owner, 'act')
    const versions = await readVersions(sql)
    const latest = versions.at(clock.obligation, '9999-12-31') ?? versions.get(clock.obligation, 1)
    if (latest?.kind === 'quota') throw slaError('clock_counted')
    if (done.note.trim() === '') throw slaError('bad_input', { fields: ['note'] })
    const began = Math.min(clock.eventAt.getTime(), clock.noticedAt.getTime())
    if (!(done.at.getTime() > began) || done.at > now) throw slaError('bad_time', { field: 'at' })
    const lateReason = done.lateReason?.trim() || null
    if (!lateReason && isBackDated(done.at, now))
      throw slaError('late_reason_missing', { field: 'lateReason' })
    await sql.query(
      `insert into sla.acts (obligation, collection, doc_id, owner, at, note, document, by, late_reason)
       values ($1, $2, $3::integer, $4, $5::timestamptz, $6, $7, $8::integer, $9)`,
      [
        clock.obligation,
        clock.collection,
        clock.docId,
        clock.owner,
        done.at.toISOString(),
        done.note.trim(),
        done.document?.trim() || null,
        req.user?.id ?? null,
        lateReason,
      ],
    )
    return { obligation: clock.obligation }
  })
