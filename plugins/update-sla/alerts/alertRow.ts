import type { Obligation } from '#domain/sla/obligation.ts'

/** An alert with what its readers need to understand it. */
export type AlertRow = {
  id: string
  incident: string
  thread: string
  version: number
  owner: string
  rung: string
  severity: 'notice' | 'warning' | 'breach'
  dueAt: Date
  firesAt: Date
  /** YYYY-MM-DD of a window. */
  day: string | null
  definition: Obligation
  nameVi: string
  nameEn: string
  /** What a clock is about. */
  title: string | null
  /** When the owner last updated its site; windows only. */
  updatedAt: Date | null
}

/** Columns of an `AlertRow`, of alerts `a`. */
export const ALERT_COLUMNS = `a.id::text, a.incident, a.thread, a.version, a.owner, a.rung, a.severity, a.due_at as "dueAt",
  a.fires_at as "firesAt", a.day::text, b.definition, coalesce(o.name_vi, a.owner) as "nameVi",
  coalesce(o.name_en, o.name_vi, a.owner) as "nameEn", c.title, u.at as "updatedAt"`

/** The tables behind `ALERT_COLUMNS`. */
export const ALERT_JOINS = `join sla.obligations b on b.code = a.obligation and b.version = a.version
  left join sla.owners o on o.owner = a.owner
  left join sla.clocks c on c.id = a.clock
  left join lateral (select r.released_at as at from release.releases r where a.day is not null and r.log = o.log
    and r.kind in ('publish', 'update') and not r.is_import order by r.released_at desc limit 1) u on true`
