import type { Pool } from 'pg'

/** How a site kept its windows on a day. */
export type DayOfWindows = {
  /** YYYY-MM-DD. */
  day: string
  owed: number
  missed: number
  /** Of the missed: those made good afterwards. */
  madeGood: number
}

/** A site's days of a year on which it owed an update, in order. */
export const readSiteYear = async (
  pool: Pick<Pool, 'query'>,
  site: string,
  year: number,
): Promise<DayOfWindows[]> => {
  const { rows } = await pool.query<DayOfWindows>(
    `select v.day::text as day, count(*)::int as owed, (count(*) filter (where v.state = 'missed'))::int as missed,
       count(r.site)::int as "madeGood"
     from sla.verdicts v left join sla.recoveries r using (site, window_code, day)
     where v.site = $1 and v.day >= make_date($2, 1, 1) and v.day < make_date($2 + 1, 1, 1) group by v.day order by v.day`,
    [site, year],
  )
  return rows
}

/** The years a site has been judged in, the latest first; the present one is always among them. */
export const readSiteYears = async (
  pool: Pick<Pool, 'query'>,
  site: string,
  present: number,
): Promise<number[]> => {
  const { rows } = await pool.query<{ first: number | null }>(
    `select extract(year from min(day))::int as first from sla.verdicts where site = $1`,
    [site],
  )
  const first = Math.min(rows[0]?.first ?? present, present)
  return Array.from({ length: present - first + 1 }, (_one, index) => present - index)
}
