import type { ClientBase } from 'pg'
import { CalendarOutOfRange } from '#domain/calendar/CalendarOutOfRange.ts'
import { evaluateClock } from './evaluateClock.ts'
import type { SourceRow } from './readSources.ts'
import { readAdjustments } from './syncClocks.ts'
import type { TickState } from './tickState.ts'

type OpenClock = SourceRow & { id: string; version: number; due_at: Date; is_adjusted: boolean }

/** Clocks read at once: bounds memory. */
const BATCH = 20_000

/** Open clocks whose due time is not what calendar and obligation give now. */
export const readWrongDues = async (client: ClientBase, state: TickState): Promise<SourceRow[]> => {
  const wrong: SourceRow[] = []
  for (let after = '0'; ;) {
    const { rows } = await client.query<OpenClock>(
      `select c.id, c.version, c.due_at, c.obligation, c.collection, c.doc_id, c.owner, c.title, c.event_at, c.noticed_at,
         c.promised_on::text as promised_on, null as promised_at, c.ended_at, c.ended_by, false as is_void,
         exists (select from sla.adjustments a where a.clock = c.id) as is_adjusted
       from sla.clocks c where c.ended_at is null and c.voided_at is null and c.id > $1 order by c.id limit $2`,
      [after, BATCH],
    )
    const adjustments = await readAdjustments(
      client,
      rows.filter((row) => row.is_adjusted).map(({ id }) => id),
    )
    for (const row of rows) {
      const due = dueOf(row, adjustments.get(row.id) ?? [], state)
      if (due && due.getTime() !== row.due_at.getTime()) wrong.push(row)
    }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return wrong
    after = last.id
  }
}

const dueOf = (
  row: OpenClock,
  adjustments: Parameters<typeof evaluateClock>[0]['clock']['adjustments'],
  { calendars, calendarUnit, versions, now }: TickState,
): Date | undefined => {
  const obligation = versions.get(row.obligation, row.version)
  if (!obligation) return undefined
  try {
    return evaluateClock({
      obligation: { ...obligation, ladder: [] },
      calendar: calendars.of(calendarUnit(row.owner)),
      now,
      clock: {
        collection: row.collection,
        docId: row.doc_id,
        eventAt: row.event_at,
        noticedAt: row.noticed_at,
        endedAt: null,
        voidedAt: null,
        climbedUntil: null,
        adjustments,
      },
    }).dueAt
  } catch (error) {
    if (error instanceof CalendarOutOfRange) return undefined
    throw error
  }
}
