import { capital } from '#domain/text/capital.ts'
import { citation } from '#domain/text/citation.ts'
import { periodOf } from '../screens/period.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { Query } from '#kit/admin/query.ts'
import type { ExportTable } from './exportTable.ts'
import { MOST_ROWS } from './exportTable.ts'
import { siteWords } from '../components/siteWords.ts'
import { exportWords } from './exportWords.ts'

type Row = {
  site: string
  code: string
  day: string
  clause: string
  startsAt: Date
  endsAt: Date
  state: 'met' | 'missed'
  metBy: string | null
  madeGoodAt: Date | null
}

/** The windows of a period as they were judged; of one site with `site`. */
export const exportWindows = async (screen: Screen, query: Query): Promise<ExportTable> => {
  const { pool, words, owners, versions, language, calendars, now } = screen
  const siteTexts = siteWords(language)
  const heads = exportWords(language)
  const period = periodOf(query, calendars.all.dayOf(now))
  const only = query.get('site')
  const sites = [...owners.values()].filter(
    ({ log }) => log !== null && (only === undefined || log === only),
  )
  const names = new Map(sites.map(({ log, name }) => [log, name]))
  const { rows } = await pool.query<Row>(
    `select v.site, v.window_code as code, v.day::text as day, v.clause, v.starts_at as "startsAt", v.ends_at as "endsAt",
       v.state, v.met_by_seq as "metBy", r.at as "madeGoodAt"
     from sla.verdicts v left join sla.recoveries r using (site, window_code, day)
     where v.site = any($1) and v.day >= $2::date and v.day <= $3::date order by v.day, v.site, v.starts_at limit $4`,
    [[...names.keys()], period.from, period.to, MOST_ROWS + 1],
  )
  return {
    title: heads.exportWindows,
    heads: [
      heads.columnDay,
      heads.columnSite,
      heads.columnCode,
      words.obligation,
      heads.columnClause,
      heads.columnLaw,
      heads.columnFrom,
      heads.columnTo,
      words.state,
      heads.columnMetBy,
      heads.columnMadeGoodAt,
    ],
    rows: rows.map((row) => [
      row.day,
      names.get(row.site) ?? null,
      row.site,
      versions.at(row.code, row.day)?.label[language] ?? row.code,
      row.clause,
      capital(citation(row.clause, language)),
      row.startsAt,
      row.endsAt,
      row.state === 'met' ? siteTexts.windowMet : siteTexts.windowMissed,
      row.metBy === null ? null : `${row.site}:${row.metBy}`,
      row.madeGoodAt,
    ]),
  }
}
