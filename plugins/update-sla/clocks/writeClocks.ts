import type { ClientBase } from 'pg'
import type { Adjustment } from '#domain/sla/dueSegments.ts'
import { recordAlerts } from '../alerts/recordAlerts.ts'
import type { NewAlert } from '../alerts/recordAlerts.ts'
import type { Evaluation } from './evaluateClock.ts'
import type { SourceRow } from './readSources.ts'
import type { TickState } from './tickState.ts'

/** A clock to be written, new or known. */
export type WrittenClock = {
  row: SourceRow
  version: number
  voidedAt: Date | null
  evaluation: Evaluation
  /** A promise that was there from the first. */
  promised: Adjustment | null
}

/** Writes clocks and the alerts of the rungs they reached. */
export const writeClocks = async (
  client: ClientBase,
  clocks: readonly WrittenClock[],
  { now, versions }: TickState,
): Promise<void> => {
  if (clocks.length === 0) return
  const { rows } = await client.query<{ id: string; n: number }>(
    `with given as (
       select * from jsonb_to_recordset($1::jsonb) g(n integer, obligation text, version integer, collection text, doc_id integer,
         owner text, title text, event_at timestamptz, noticed_at timestamptz, promised_on date, due_at timestamptz,
         extensions integer, paused_at timestamptz, ended_at timestamptz, ended_by text, voided_at timestamptz,
         next_rung_at timestamptz)
     ), written as (
       insert into sla.clocks as c (obligation, version, collection, doc_id, owner, title, event_at, noticed_at, promised_on,
         due_at, extensions, paused_at, ended_at, ended_by, voided_at, next_rung_at, climbed_until)
       select obligation, version, collection, doc_id, owner, title, event_at, noticed_at, promised_on, due_at, extensions,
         paused_at, ended_at, ended_by, voided_at, next_rung_at, $2 from given
       on conflict (obligation, collection, doc_id, owner) do update set title = excluded.title, event_at = excluded.event_at,
         promised_on = excluded.promised_on, due_at = excluded.due_at, extensions = excluded.extensions,
         paused_at = excluded.paused_at, ended_at = excluded.ended_at, ended_by = excluded.ended_by,
         voided_at = excluded.voided_at, next_rung_at = excluded.next_rung_at, climbed_until = excluded.climbed_until
       returning c.id, c.obligation, c.collection, c.doc_id, c.owner
     )
     select w.id, g.n from written w join given g using (obligation, collection, doc_id, owner)`,
    [JSON.stringify(clocks.map(jsonOf)), now],
  )
  const alerts: NewAlert[] = []
  for (const { id, n } of rows) {
    const clock = clocks[n]
    if (!clock) continue
    if (clock.promised) {
      await client.query(
        `insert into sla.adjustments (clock, kind, at, until, reason) values ($1, 'extend', $2, $3, 'promised')`,
        [id, clock.promised.at, clock.promised.until],
      )
    }
    const obligation = versions.get(clock.row.obligation, clock.version)
    for (const one of clock.evaluation.alerts) {
      const rung = obligation?.ladder.find(({ code }) => code === one.rung)
      alerts.push({
        incident: `clock:${id}`,
        thread: `clock:${id}`,
        obligation: clock.row.obligation,
        version: clock.version,
        owner: clock.row.owner,
        clock: id,
        day: null,
        rung: one.rung,
        severity: rung?.severity ?? 'notice',
        isAlways: rung?.always ?? false,
        dueAt: one.dueAt,
        firesAt: one.at,
      })
    }
  }
  await recordAlerts(client, alerts, now)
}

const jsonOf = ({ row, version, voidedAt, evaluation }: WrittenClock, n: number) => ({
  ...row,
  n,
  version,
  voided_at: voidedAt,
  due_at: evaluation.dueAt,
  extensions: evaluation.extensions,
  paused_at: evaluation.pausedAt,
  next_rung_at: evaluation.nextRungAt,
})
