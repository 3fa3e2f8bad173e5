import type { ClientBase } from 'pg'
import type { Adjustment } from '#domain/sla/dueSegments.ts'
import type { ObligationVersion } from '#domain/sla/obligation.ts'
import { CalendarOutOfRange } from '#domain/calendar/CalendarOutOfRange.ts'
import { evaluateClock } from './evaluateClock.ts'
import type { Evaluation } from './evaluateClock.ts'
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
  promised_on: string | null
  voided_at: Date | null
  climbed_until: Date | null
}

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
    await notePromises(client, batch, known, state)
    const adjustments = await readAdjustments(
      client,
      [...known.values()].map(({ id }) => id),
    )
    const clocks: WrittenClock[] = []
    for (const row of batch) {
      const made = makeClock(row, known.get(keyOf(row)), adjustments, state)
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
    const promised =
      !before && row.promised_on && countsPromises(obligation)
        ? [
            {
              kind: 'extend' as const,
              at: later(row.promised_at ?? row.noticed_at, row.noticed_at),
              until: calendar.endOfDay(row.promised_on),
            },
          ]
        : []
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
        adjustments: [...own, ...promised],
      },
    })
    return { row, version: obligation.version, voidedAt, evaluation, promised: promised[0] ?? null }
  } catch (error) {
    if (error instanceof CalendarOutOfRange) return 'unknown'
    throw error
  }
}

/** A promise that is new becomes an extension; one that is there from the first is written with its clock. */
const notePromises = async (
  client: ClientBase,
  batch: readonly SourceRow[],
  known: ReadonlyMap<string, Known>,
  state: TickState,
) => {
  for (const row of batch) {
    const before = known.get(keyOf(row))
    if (!before || !row.promised_on || row.promised_on === before.promised_on) continue
    if (!countsPromises(state.versions.get(before.obligation, before.version))) continue
    const calendar = state.calendars.of(state.calendarUnit(row.owner))
    await client.query(
      `insert into sla.adjustments (clock, kind, at, until, reason) values ($1, 'extend', $2, $3, 'promised')`,
      [before.id, row.promised_at ?? state.now, calendar.endOfDay(row.promised_on)],
    )
  }
}

/** Whether a promised date is the new deadline under these terms (P-13.1e.3). */
const countsPromises = (obligation: ObligationVersion | undefined): boolean =>
  !(obligation?.kind === 'deadline' && obligation.promise === 'isIgnored')

const readKnown = async (client: ClientBase, batch: readonly SourceRow[]) => {
  const { rows } = await client.query<Known>(
    `select c.id, c.obligation, c.version, c.collection, c.doc_id, c.owner, c.promised_on::text as promised_on, c.voided_at,
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
  return new Map(rows.map((row) => [keyOf(row), row]))
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

const keyOf = (row: Pick<SourceRow, 'obligation' | 'collection' | 'doc_id' | 'owner'>) =>
  `${row.obligation} ${row.collection} ${row.doc_id} ${row.owner}`

const later = (a: Date, b: Date) => (a > b ? a : b)
