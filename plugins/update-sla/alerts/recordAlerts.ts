import type { ClientBase } from 'pg'

/** A rung reached, as it is recorded. */
export type NewAlert = {
  incident: string
  thread: string
  obligation: string
  version: number
  owner: string
  clock: string | null
  /** YYYY-MM-DD of a window. */
  day: string | null
  rung: string
  severity: 'notice' | 'warning' | 'breach'
  isAlways: boolean
  dueAt: Date
  firesAt: Date
}

/** Records alerts, each once for ever, with what mutes them: a silence, or somebody who took it into his hands. */
export const recordAlerts = async (
  client: ClientBase,
  alerts: readonly NewAlert[],
  now: Date,
): Promise<void> => {
  if (alerts.length === 0) return
  await client.query(
    `insert into sla.alerts (incident, thread, obligation, version, owner, clock, day, rung, severity, due_at, fires_at, noted_at,
       muted_by)
     select a.incident, a.thread, a.obligation, a.version, a.owner, a.clock, a.day, a.rung, a.severity, a."dueAt", a."firesAt", $2,
       sla.muted_by(a.owner, a.obligation, a.thread, a.incident, a."firesAt", a."isAlways" or a.rung = 'recovered')
     from jsonb_to_recordset($1::jsonb) a(incident text, thread text, obligation text, version integer, owner text, clock bigint,
       day date, rung text, severity text, "isAlways" boolean, "dueAt" timestamptz, "firesAt" timestamptz)
     order by a."firesAt", a.incident
     on conflict (incident, rung, due_at) do nothing`,
    [JSON.stringify(alerts), now],
  )
}
