import type { ClientBase } from 'pg'
import type { Calendar } from '#domain/calendar/createCalendar.ts'
import type { Adjustment } from '#domain/sla/dueSegments.ts'
import type { ObligationVersion } from '#domain/sla/obligation.ts'
import { CalendarOutOfRange } from '#domain/calendar/CalendarOutOfRange.ts'
import { evaluateClock } from './evaluateClock.ts'
import type { Evaluation } from './evaluateClock.ts'
import { clockKey } from './readSources.ts'
import type { SourceRow } from './readSources.ts'
import type { TickState } from './tickState.ts'
import { writeClocks } from './writeClocks.ts'
import type { WrittenClock } from './writeClocks.ts'

type Known = {
  id: string
  obligation: string
  version: number
  collection: string
  doc_id: number
  owner: string
  event_at: Date
  promised_on: string | null
  voided_at: Date | null
  climbed_until: Date | null
}

/** Beyond it a day was mistyped; one such day must not keep the tick from everything else. */
const LATEST_DUE = new Date('2200-01-01T00:00:00Z')

/** Rows at once: bounds memory whatever the number of clocks. */
const BATCH = 5000

/**
 * Brings clocks to what their sources say and climbs their ladders up to now.
 *
 * @returns how many clocks were written; `unknown` are those the calendar says nothing about yet
 */
export const syncClocks = async (
  client: ClientBase,
  rows: readonly SourceRow[],
  state: TickState,
): Promise<{ written: number; unknown: SourceRow[] }> => {
  let written = 0
  const unknown: SourceRow[] = []
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH)
    const known = await readKnown(client, batch)
    const adjustments = await readAdjustments(
      client,
      [...known.values()].map(({ id }) => id),
    )
    const clocks: WrittenClock[] = []
    for (const row of batch) {
      const made = makeClock(row, known.get(clockKey(row)), adjustments, state)
      if (made === 'unknown') unknown.push(row)
      else if (made) clocks.push(made)
    }
    await writeClocks(client, clocks, state)
    written += clocks.length
  }
  return { written, unknown }
}

const makeClock = (
  row: SourceRow,
  before: Known | undefined,
  adjustments: ReadonlyMap<string, Adjustment[]>,
  state: TickState,
): WrittenClock | 'unknown' | undefined => {
  const { calendars, versions, now } = state
  const calendar = calendars.of(state.calendarUnit(row.owner))
  try {
    const obligation = before
      ? versions.get(before.obligation, before.version)
      : versions.at(row.obligation, calendar.dayOf(row.event_at))
    if (!obligation || (!before && row.is_void)) return undefined
    const voidedAt = row.is_void ? (before?.voided_at ?? now) : null
    const own = before ? (adjustments.get(before.id) ?? []) : []
    const promised = newPromise(row, before, { obligation, calendar, now })
    const evaluation: Evaluation = evaluateClock({
      obligation,
      calendar,
      now,
      clock: {
        collection: row.collection,
        docId: row.doc_id,
        eventAt: row.event_at,
        noticedAt: row.noticed_at,
        endedAt: row.ended_at,
        voidedAt,
        climbedUntil: before?.climbed_until ?? null,
        adjustments: promised ? [...own, promised] : own,
      },
    })
    if (evaluation.dueAt > LATEST_DUE) return 'unknown'
    return { row, version: obligation.version, voidedAt, evaluation, promised }
  } catch (error) {
    if (error instanceof CalendarOutOfRange) return 'unknown'
    throw error
  }
}

/** A promise that was not there before is an extension; of a review, one for each round. */
const newPromise = (
  row: SourceRow,
  before: Known | undefined,
  by: { obligation: ObligationVersion; calendar: Calendar; now: Date },
): (Adjustment & { until: Date }) | null => {
  if (!row.promised_on || !countsPromises(by.obligation)) return null
  const isReview = by.obligation.kind === 'review'
  const isNewRound = isReview && row.event_at.getTime() !== before?.event_at.getTime()
  if (row.promised_on === before?.promised_on && !isNewRound) return null
  const at = row.promised_at ?? (before ? by.now : row.noticed_at)
  const earliest = isReview ? row.event_at : before ? at : row.noticed_at
  return { kind: 'extend', at: later(at, earliest), until: by.calendar.endOfDay(row.promised_on) }
}

/** Whether a promised date is the new deadline under these terms (P-13.1e.3). */
const countsPromises = (obligation: ObligationVersion): boolean =>
  !(obligation.kind === 'deadline' && obligation.promise === 'isIgnored')

const readKnown = async (client: ClientBase, batch: readonly SourceRow[]) => {
  const { rows } = await client.query<Known>(
    `select c.id, c.obligation, c.version, c.collection, c.doc_id, c.owner, c.event_at, c.promised_on::text as promised_on, c.voided_at,
       c.climbed_until
     from sla.clocks c join unnest($1::text[], $2::text[], $3::integer[], $4::text[]) k(obligation, collection, doc_id, owner)
       on c.obligation = k.obligation and c.collection = k.collection and c.doc_id = k.doc_id and c.owner = k.owner`,
    [
      batch.map((row) => row.obligation),
      batch.map((row) => row.collection),
      batch.map((row) => row.doc_id),
      batch.map((row) => row.owner),
    ],
  )
  return new Map(rows.map((row) => [clockKey(row), row]))
}

/** What was done to clocks, by clock. */
export const readAdjustments = async (
  client: ClientBase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Adjustment[]>> => {
  const found = new Map<string, Adjustment[]>()
  if (ids.length === 0) return found
  const { rows } = await client.query<{
    clock: string
    kind: Adjustment['kind']
    at: Date
    until: Date | null
  }>(
    'select clock, kind, at, until from sla.adjustments where clock = any($1::bigint[]) order by at, id',
    [ids],
  )
  for (const { clock, kind, at, until } of rows) {
    const one: Adjustment = { kind, at, ...(until ? { until } : {}) }
    found.set(clock, [...(found.get(clock) ?? []), one])
  }
  return found
}

const later = (a: Date, b: Date) => (a > b ? a : b)
