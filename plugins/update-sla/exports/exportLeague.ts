import { leagueOrder } from '../screens/leagueOrder.ts'
import { periodOf } from '../screens/period.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { Query } from '#kit/admin/query.ts'
import { readLeague, sortLeague } from '../screens/readLeague.ts'
import type { ExportTable } from './exportTable.ts'
import { siteWords } from '../components/siteWords.ts'
import { leagueWords } from '../components/leagueWords.ts'
import { exportWords } from './exportWords.ts'

/** The league of a period in the order shown. */
export const exportLeague = async (screen: Screen, query: Query): Promise<ExportTable> => {
  const { req, language, now, calendars } = screen
  const siteTexts = siteWords(language)
  const leagueTexts = leagueWords(language)
  const heads = exportWords(language)
  const period = periodOf(query, calendars.all.dayOf(now))
  const { sort, isDescending } = leagueOrder(query)
  const rows = sortLeague(await readLeague(req, { period, now }), sort, isDescending)
  const share = (rate: number | null) => (rate === null ? null : { share: rate })
  return {
    title: heads.exportLeague,
    heads: [
      leagueTexts.sort_name,
      heads.columnCode,
      siteTexts.windows,
      leagueTexts.sort_windowsMissed,
      leagueTexts.sort_windowRate,
      heads.columnOwed,
      leagueTexts.sort_deadlinesLate,
      leagueTexts.sort_deadlineRate,
      `${leagueTexts.sort_silenceHours} (${heads.unitHours})`,
      `${leagueTexts.sort_medianDelayHours} (${heads.unitHours})`,
    ],
    rows: rows.map((row) => [
      row.name,
      row.owner,
      row.windows,
      row.windowsMissed,
      share(row.windowRate),
      row.deadlines,
      row.deadlinesLate,
      share(row.deadlineRate),
      row.silenceHours,
      row.medianDelayHours,
    ]),
  }
}
