import type { ClientBase } from 'pg'
import { CalendarOutOfRange } from '#domain/calendar/CalendarOutOfRange.ts'
import { CLOCK_COLUMNS } from './clockColumns.ts'
import { evaluateClock } from './evaluateClock.ts'
import type { SourceRow } from './readSources.ts'
import { readAdjustments } from './syncClocks.ts'
import type { TickState } from './tickState.ts'

/** Open clocks that are due together because they began together; one with adjustments stands alone. */
type Together = {
  ids: string[]
  isAdjusted: boolean
  obligation: string
  version: number
  collection: string
  /** Of a period; the ids of documents say nothing about their due times. */
  period: number | null
  /** Null when all owners go by one calendar. */
  owner: string | null
  event_at: Date
  due_at: Date
}

/** Rows read at once: bounds memory. */
const BATCH = 20_000

/** Open clocks whose due time is not what calendar and obligation give now. */
export const readWrongDues = async (client: ClientBase, state: TickState): Promise<SourceRow[]> => {
  const wrong: string[][] = []
  await client.query(`declare dues no scroll cursor for ${together(state)}`)
  for (let isMore = true; isMore;) {
    const { rows } = await client.query<Together>(`fetch ${BATCH} from dues`)
    const adjusted = rows.filter(({ isAdjusted }) => isAdjusted).flatMap(({ ids }) => ids)
    const adjustments = await readAdjustments(client, adjusted)
    for (const row of rows) {
      const due = dueOf(row, adjustments.get(row.ids[0] ?? '') ?? [], state)
      if (due && due.getTime() !== row.due_at.getTime()) wrong.push(row.ids)
    }
    isMore = rows.length === BATCH
  }
  await client.query('close dues')
  return readClocks(client, wrong.flat())
}

const together = ({ calendars }: TickState): string => {
  const owner = calendars.units.length > 0 ? 'c.owner' : 'null::text'
  return `select array_agg(c.id) as ids, a.clock is not null as "isAdjusted", c.obligation, c.version, c.collection,
      case when c.collection = 'period' then c.doc_id end as period, ${owner} as owner, c.event_at, c.due_at
    from sla.clocks c left join (select distinct clock from sla.adjustments) a on a.clock = c.id
    where c.ended_at is null and c.voided_at is null
    group by c.event_at, c.due_at, c.version, c.obligation, c.collection, period, ${owner}, a.clock`
}

const readClocks = async (client: ClientBase, ids: readonly string[]): Promise<SourceRow[]> => {
  if (ids.length === 0) return []
  const { rows } = await client.query<SourceRow>(
    `select ${CLOCK_COLUMNS}, false as is_void from sla.clocks c where c.id = any($1::bigint[]) order by c.id`,
    [ids],
  )
  return rows
}

const dueOf = (
  row: Together,
  adjustments: Parameters<typeof evaluateClock>[0]['clock']['adjustments'],
  { calendars, calendarUnit, versions, now }: TickState,
): Date | undefined => {
  const obligation = versions.get(row.obligation, row.version)
  if (!obligation) return undefined
  try {
    return evaluateClock({
      obligation: { ...obligation, ladder: [] },
      calendar: calendars.of(row.owner === null ? null : calendarUnit(row.owner)),
      now,
      clock: {
        collection: row.collection,
        docId: row.period ?? 0,
        eventAt: row.event_at,
        noticedAt: row.event_at, // matters to rungs alone
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
