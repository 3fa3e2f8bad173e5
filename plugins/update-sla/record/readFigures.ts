import type { Pool } from 'pg'

type Kept = { owed: number; met: number }

/** How well sites kept their windows: by site for a month and a year, and all of them by month. */
export type Figures = {
  month: string
  year: string
  sites: { log: string; month: Kept; year: Kept }[]
  months: (Kept & { month: string })[]
}

/**
 * Counts verdicts of active sites; nothing but counts leaves here.
 *
 * @param asked.month YYYY-MM
 * @param asked.year YYYY
 */
export const readFigures = async (
  pool: Pick<Pool, 'query'>,
  asked: { month: string; year: string },
): Promise<Figures> => {
  const { rows } = await pool.query<Kept & { log: string; month: string }>(
    `select v.site as log, to_char(v.day, 'YYYY-MM') as month, count(*)::int as owed,
       (count(*) filter (where v.state = 'met'))::int as met
     from sla.verdicts v join sla.owners o on o.log = v.site and o.is_active
     where v.day >= least($1 || '-01', $2 || '-01-01')::date and v.day < (($2::int + 1) || '-01-01')::date group by 1, 2`,
    [asked.month, asked.year],
  )
  const inYear = rows.filter(({ month }) => month.startsWith(asked.year))
  const logs = [...new Set(rows.map(({ log }) => log))].toSorted()
  const months = [...new Set(inYear.map(({ month }) => month))].toSorted()
  return {
    ...asked,
    sites: logs.map((log) => ({
      log,
      month: sum(rows.filter((row) => row.log === log && row.month === asked.month)),
      year: sum(inYear.filter((row) => row.log === log)),
    })),
    months: months.map((month) => ({ month, ...sum(inYear.filter((row) => row.month === month)) })),
  }
}

const sum = (rows: readonly Kept[]): Kept =>
  rows.reduce((total, { owed, met }) => ({ owed: total.owed + owed, met: total.met + met }), {
    owed: 0,
    met: 0,
  })
