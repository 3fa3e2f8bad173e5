import type { Pool } from 'pg'

/** A release that shows that a window was met, or made good. */
export type Evidence = {
  seq: string
  at: Date
  kind: string
  collection: string
  docId: number
  title: string
  decisionId: string
  /** Account of who decided. */
  decidedBy: number | null
  isImport: boolean
}

/** A window of a day as it was judged. */
export type JudgedWindow = {
  code: string
  clause: string
  startsAt: Date
  endsAt: Date
  state: 'met' | 'missed'
  metBy: string | null
  judgedAt: Date
  madeGoodBy: string | null
  madeGoodAt: Date | null
}

/** An alert that was recorded. */
export type SentAlert = {
  incident: string
  rung: string
  severity: string
  firesAt: Date
  notedAt: Date
  mutedBy: string | null
}

/** Everything known about a site's windows of a day. */
export type SiteDay = {
  windows: JudgedWindow[]
  /** All releases of the day, and those that made windows good later. */
  releases: Evidence[]
  alerts: SentAlert[]
}

/**
 * The windows of a site on a day with what proves how they were judged.
 *
 * @param options.from the first instant of the day
 * @param options.until the first instant after it
 */
export const readSiteDay = async (
  pool: Pool,
  options: { site: string; day: string; from: Date; until: Date },
): Promise<SiteDay> => {
  const { site, day, from, until } = options
  const { rows: windows } = await pool.query<JudgedWindow>(
    `select v.window_code as code, v.clause, v.starts_at as "startsAt", v.ends_at as "endsAt", v.state, v.met_by_seq as "metBy",
       v.evaluated_at as "judgedAt", r.seq as "madeGoodBy", r.at as "madeGoodAt"
     from sla.verdicts v left join sla.recoveries r using (site, window_code, day)
     where v.site = $1 and v.day = $2 order by v.starts_at, v.window_code`,
    [site, day],
  )
  const [releases, alerts] = await Promise.all([
    pool.query<Evidence>(
      `select r.seq, r.released_at as at, r.kind, r.collection, r.doc_id as "docId", r.decision_id as "decisionId",
         r.is_import as "isImport", d.decided_by as "decidedBy",
         coalesce(r.body::jsonb #>> '{locales,vi,title}', r.body::jsonb #>> '{locales,en,title}', r.slug, '') as title
       from release.releases r left join release.decisions d on d.id = r.decision_id
       where r.log = $1 and (r.released_at >= $2 and r.released_at < $3 or r.seq = any($4::bigint[])) order by r.seq limit 300`,
      [site, from, until, windows.flatMap((one) => [one.metBy, one.madeGoodBy]).filter(Boolean)],
    ),
    pool.query<SentAlert>(
      `select incident, rung, severity, fires_at as "firesAt", noted_at as "notedAt", muted_by as "mutedBy"
       from sla.alerts where incident = any($1) order by fires_at, id`,
      [windows.map((one) => `window:${one.code}:${day}:${site}`)],
    ),
  ])
  return { windows, releases: releases.rows, alerts: alerts.rows }
}
