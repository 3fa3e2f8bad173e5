import { fill } from '#domain/text/fill.ts'
import { leagueSorts } from '../screens/readLeague.ts'
import type { LeagueRow, LeagueSort } from '../screens/readLeague.ts'
import type { Screen } from '../screens/openScreen.ts'
import { rateText } from '../screens/rateText.ts'
import { spanText } from '../screens/spanText.ts'
import { leagueWords } from './leagueWords.ts'

/** The league, sorted by the heads of its columns. */
export const LeagueTable = (props: {
  rows: readonly LeagueRow[]
  sort: LeagueSort
  isDescending: boolean
  /** Of the period, without the order. */
  query: string
  screen: Screen
}) => {
  const { sort, isDescending, screen } = props
  const { words, language } = screen
  const leagueTexts = leagueWords(language)
  const addressOf = (column: LeagueSort) => {
    const turned = column === sort ? !isDescending : startsDescending.has(column)
    return `/admin/sla/league?${props.query}&sort=${column}${turned ? '&dir=desc' : ''}`
  }
  return (
    <table className="coloa-table coloa-sla-numbers">
      <thead>
        <tr>
          {leagueSorts.map((column) => (
            <th
              aria-sort={column === sort ? (isDescending ? 'descending' : 'ascending') : undefined}
              key={column}
              scope="col"
            >
              <a href={addressOf(column)}>
                {leagueTexts[`sort_${column}`]}
                {column === sort ? (
                  <span aria-hidden="true">{isDescending ? ' ↓' : ' ↑'}</span>
                ) : null}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.owner}>
            <td data-label={leagueTexts.sort_name}>
              {row.log ? <a href={`/admin/sla/sites/${row.log}`}>{row.name}</a> : row.name}
            </td>
            <td data-label={leagueTexts.sort_windowRate}>
              {rateText(row.windowRate, language)}
              {row.windows > 0 ? (
                <small>
                  {fill(leagueTexts.ofTotal, {
                    n: row.windows - row.windowsMissed,
                    total: row.windows,
                  })}
                </small>
              ) : null}
            </td>
            <td
              className={row.windowsMissed > 0 ? 'coloa-late' : undefined}
              data-label={leagueTexts.sort_windowsMissed}
            >
              {row.windowsMissed}
            </td>
            <td data-label={leagueTexts.sort_deadlineRate}>
              {rateText(row.deadlineRate, language)}
              {row.deadlines > 0 ? (
                <small>
                  {fill(leagueTexts.ofTotal, {
                    n: row.deadlines - row.deadlinesLate,
                    total: row.deadlines,
                  })}
                </small>
              ) : null}
            </td>
            <td
              className={row.deadlinesLate > 0 ? 'coloa-late' : undefined}
              data-label={leagueTexts.sort_deadlinesLate}
            >
              {row.deadlinesLate}
            </td>
            <td data-label={leagueTexts.sort_silenceHours}>
              {spanText(row.silenceHours, words, language)}
            </td>
            <td data-label={leagueTexts.sort_medianDelayHours}>
              {spanText(row.medianDelayHours, words, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Where the most comes first when a column is first chosen. */
const startsDescending = new Set<LeagueSort>([
  'windowsMissed',
  'deadlinesLate',
  'silenceHours',
  'medianDelayHours',
])
