import type { ClientBase } from 'pg'
import { CalendarOutOfRange } from '#domain/calendar/CalendarOutOfRange.ts'
import { evaluateClock } from '../clocks/evaluateClock.ts'
import { readAdjustments } from '../clocks/syncClocks.ts'
import type { TickState } from '../clocks/tickState.ts'

/** An open clock as it stood, and as it stands by other days. */
export type Recomputed = {
  id: string
  obligation: string
  version: number
  owner: string
  title: string
  dueBefore: Date
  dueAfter: Date
  /** When the tick has to look at it next; at once when a rung was reached meanwhile. */
  nextRungAt: Date | null
  nextRungBefore: Date | null
}

type Row = {
  id: string
  obligation: string
  version: number
  collection: string
  doc_id: number
  owner: string
  title: string
  event_at: Date
  noticed_at: Date
  due_at: Date
  next_rung_at: Date | null
  climbed_until: Date | null
}

/** Clocks at once: bounds memory whatever their number. */
const BATCH = 5000

/**
 * Recomputes every open clock from its event and what was done to it, in batches; a clock whose years nobody has announced
 * yet stays as it is.
 *
 * @param state the calendars to go by
 */
export async function* recomputeClocks(
  client: ClientBase,
  state: TickState,
): AsyncGenerator<Recomputed[]> {
  for (let after = '0'; ;) {
    const { rows } = await client.query<Row>(
      `select id, obligation, version, collection, doc_id, owner, title, event_at, noticed_at, due_at, next_rung_at,
         climbed_until
       from sla.clocks where ended_at is null and voided_at is null and id > $1::bigint order by id limit ${BATCH}`,
      [after],
    )
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    const adjustments = await readAdjustments(
      client,
      rows.map(({ id }) => id),
    )
    yield rows.map((row) => recompute(row, adjustments.get(row.id) ?? [], state))
  }
}

const recompute = (
  row: Row,
  adjustments: Parameters<typeof evaluateClock>[0]['clock']['adjustments'],
  { versions, calendars, calendarUnit, now }: TickState,
): Recomputed => {
  const same = {
    id: row.id,
    obligation: row.obligation,
    version: row.version,
    owner: row.owner,
    title: row.title,
    dueBefore: row.due_at,
    dueAfter: row.due_at,
    nextRungAt: row.next_rung_at,
    nextRungBefore: row.next_rung_at,
  }
  const obligation = versions.get(row.obligation, row.version)
  if (!obligation) return same
  try {
    const { dueAt, nextRungAt, alerts } = evaluateClock({
      obligation,
      calendar: calendars.of(calendarUnit(row.owner)),
      now,
      clock: {
        collection: row.collection,
        docId: row.doc_id,
        eventAt: row.event_at,
        noticedAt: row.noticed_at,
        endedAt: null,
        voidedAt: null,
        climbedUntil: row.climbed_until,
        adjustments,
      },
    })
    return { ...same, dueAfter: dueAt, nextRungAt: alerts.length > 0 ? now : nextRungAt }
  } catch (error) {
    if (error instanceof CalendarOutOfRange) return same
    throw error
  }
}
