import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { slaError } from '../errors.ts'
import { readCalendars } from '../calendars/readCalendars.ts'
import { readVersions } from '../obligations/readVersions.ts'
import { demandRole } from './demandRole.ts'

/** An event that no collection holds: an account request, an incident, a planned downtime. */
export type EnteredEvent = {
  /** Code of an obligation whose trigger is `entry`. */
  obligation: string
  owner: string
  title: string
  /** When it happened; of what is owed ahead, when it will. */
  eventAt: Date
}

/**
 * Enters an event by hand; its clock starts at the event, however late it is entered.
 *
 * @throws obligation_unknown, not_by_hand, owner_unknown, not_owner, bad_time, bad_input
 */
export const enterEvent = (options: {
  req: PayloadRequest
  event: EnteredEvent
  now: Date
}): Promise<{ entry: number }> =>
  withTransaction(options.req, async (sql) => {
    const { req, event, now } = options
    const { all: calendar } = await readCalendars(sql)
    if (Number.isNaN(event.eventAt.getTime())) throw slaError('bad_time')
    const terms = (await readVersions(sql)).at(event.obligation, calendar.dayOf(event.eventAt))
    if (!terms) throw slaError('obligation_unknown')
    if (terms.kind !== 'deadline' || terms.trigger !== 'entry') throw slaError('not_by_hand')
    const { rowCount } = await sql.query(
      'select from sla.owners where owner = $1 and is_active limit 1',
      [event.owner],
    )
    if (rowCount === 0) throw slaError('owner_unknown')
    await demandRole(req, event.owner, 'act')
    if (event.title.trim() === '') throw slaError('bad_input', { fields: ['title'] })
    const isOwedAhead = 'hours' in terms.duration && terms.duration.hours < 0
    if (!isOwedAhead && event.eventAt > now) throw slaError('bad_time')
    const { rows } = await sql.query<{ id: number }>(
      `insert into sla.entries (obligation, owner, title, event_at, entered_by, entered_at)
       values ($1, $2, $3, $4::timestamptz, $5::integer, $6::timestamptz) returning id`,
      [
        event.obligation,
        event.owner,
        event.title.trim().slice(0, 300),
        event.eventAt.toISOString(),
        req.user?.id ?? null,
        now.toISOString(),
      ],
    )
    return { entry: rows[0]?.id ?? 0 }
  })
