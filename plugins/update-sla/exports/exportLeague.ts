import { leagueOrder } from '../screens/leagueOrder.ts'
import { periodOf } from '../screens/period.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { Query } from '#kit/admin/query.ts'
import { readLeague, sortLeague } from '../screens/readLeague.ts'
import type { ExportTable } from './exportTable.ts'

/** The league of a period in the order shown. */
export const exportLeague = async (screen: Screen, query: Query): Promise<ExportTable> => {
  const { req, words, now, calendars } = screen
  const period = periodOf(query, calendars.all.dayOf(now))
  const { sort, isDescending } = leagueOrder(query)
  const rows = sortLeague(await readLeague(req, { period, now }), sort, isDescending)
  const share = (rate: number | null) => (rate === null ? null : { share: rate })
  return {
    title: words.exportLeague,
    heads: [
      words.sort_name,
      words.columnCode,
      words.windows,
      words.sort_windowsMissed,
      words.sort_windowRate,
      words.columnOwed,
      words.sort_deadlinesLate,
      words.sort_deadlineRate,
      `${words.sort_silenceHours} (${words.unitHours})`,
      `${words.sort_medianDelayHours} (${words.unitHours})`,
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
