import type { ClientBase, Pool } from 'pg'
import { inTransaction } from '#kit/inTransaction.ts'
import { catchUp } from '../catchUp.ts'
import { readTickState } from '../clocks/tickState.ts'
import type { TickState } from '../clocks/tickState.ts'
import { theOptions } from '../options.ts'
import { judgeWindows } from '../windows/judgeWindows.ts'
import { changeDays } from './changeDays.ts'
import { checkNotice } from './checkNotice.ts'
import { demandNew } from './demandNew.ts'
import { listDays } from './listDays.ts'
import type { DayChange, ListedDay, Notice } from './notice.ts'
import { recomputeClocks } from './recomputeClocks.ts'
import type { Recomputed } from './recomputeClocks.ts'

/** What a notice did. */
export type Applied = { id: string; open: number; moved: number; changes: DayChange[] }

/**
 * Applies a notice whole or not at all: its days into the calendar, every open clock recomputed, each that moved logged.
 * Notices wait for one another, and for the tick.
 *
 * @param options.person who enters it, with the name as it will be read later
 * @throws PortalError notice_incomplete, notice_bad_link, notice_bad_day, notice_day_twice, notice_year_unknown,
 *   notice_year_announced, notice_known, notice_unit_missing, calendar_fixed
 */
export const applyNotice = async (options: {
  pool: Pool
  notice: Notice
  person: { id: number | null; name: string }
  now: Date
}): Promise<Applied> => {
  const { pool, person } = options
  return inTransaction(pool, async (client) => {
    // What was reached before is told by the days that held then; and nobody ticks or applies meanwhile.
    const { now, beganAt } = (await catchUp(client, options.now)).state
    const { days, isStored } = await listDays(client)
    const notice = checkNotice(options.notice, days)
    await demandNew(client, notice)
    const { after, changes } = changeDays(days, notice)
    // Each day is stored under a notice that says so.
    const id = await insertNotice(client, { notice, changes, person, now })
    await theOptions().calendar.storeDays?.(client, isStored ? changes : allNew(after))
    const counts = { open: 0, moved: 0 }
    const state = await readTickState(client, now, beganAt)
    await judgeUnknownDays(client, state, notice.fullYear)
    for await (const batch of recomputeClocks(client, state)) {
      counts.open += batch.length
      counts.moved += await writeBatch(client, { batch, notice: id, now })
    }
    return { id, changes, ...counts }
  })
}

/** Working days of a year that began before its notice came could not be told from days off: their windows are judged now. */
const judgeUnknownDays = async (client: ClientBase, state: TickState, year: number | null) => {
  if (year === null) return
  const start = state.calendars.all.startOfDay(`${year}-01-01`)
  const after = start > state.beganAt ? start : state.beganAt
  if (after < state.now) await judgeWindows(client, state, { after, until: state.now, logs: [] })
}

/** The first notice of an installation brings the days along that were only known to the code. */
const allNew = (days: readonly ListedDay[]): DayChange[] =>
  days.map((day) => ({ date: day.date, unit: day.unit, before: null, after: day }))

const insertNotice = async (
  client: ClientBase,
  entry: {
    notice: Notice
    changes: readonly DayChange[]
    person: { id: number | null; name: string }
    now: Date
  },
): Promise<string> => {
  const { notice, changes, person, now } = entry
  const { rows } = await client.query<{ id: string }>(
    `insert into sla.calendar_notices (number, issued_on, issuing_body, link, unit, full_year, days, changes, entered_by,
       entered_by_name, applied_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [
      notice.number,
      notice.issuedOn,
      notice.issuingBody,
      notice.link,
      notice.unit,
      notice.fullYear,
      JSON.stringify(notice.days),
      JSON.stringify(changes),
      person.id,
      person.name,
      now,
    ],
  )
  return rows[0]?.id ?? ''
}

const writeBatch = async (
  client: ClientBase,
  options: { batch: readonly Recomputed[]; notice: string; now: Date },
): Promise<number> => {
  const changed = options.batch.filter(
    (one) =>
      +one.dueAfter !== +one.dueBefore || +(one.nextRungAt ?? 0) !== +(one.nextRungBefore ?? 0),
  )
  if (changed.length === 0) return 0
  await client.query(
    `update sla.clocks c set due_at = g.due_at, next_rung_at = g.next_rung_at
     from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) g(id, due_at, next_rung_at) where c.id = g.id`,
    [
      changed.map(({ id }) => id),
      changed.map(({ dueAfter }) => dueAfter),
      changed.map(({ nextRungAt }) => nextRungAt),
    ],
  )
  const moved = changed.filter((one) => +one.dueAfter !== +one.dueBefore)
  await client.query(
    `insert into sla.shifts (notice, clock, due_before, due_after, at)
     select $1::bigint, g.id, g.due_before, g.due_after, $2::timestamptz
     from unnest($3::bigint[], $4::timestamptz[], $5::timestamptz[]) g(id, due_before, due_after)`,
    [
      options.notice,
      options.now,
      moved.map(({ id }) => id),
      moved.map(({ dueBefore }) => dueBefore),
      moved.map(({ dueAfter }) => dueAfter),
    ],
  )
  return moved.length
}
