import { dayText } from '../screens/dayText.ts'
import type { MonthOfWindows } from '../screens/monthsOfYear.ts'
import type { Screen } from '../screens/openScreen.ts'
import { rateText } from '../screens/rateText.ts'
import { siteWords } from './siteWords.ts'

/** The months of a site's year, each with the ways to its days with a miss. */
export const MonthTable = (props: {
  months: readonly MonthOfWindows[]
  /** Of the site. */
  address: string
  screen: Screen
}) => {
  const { language } = props.screen
  const words = siteWords(language)
  return (
    <section aria-labelledby="theo-thang">
      <h2 id="theo-thang">{words.monthsHead}</h2>
      <table className="coloa-table coloa-sla-numbers">
        <thead>
          <tr>
            <th scope="col">{words.month}</th>
            <th scope="col">{words.rate}</th>
            <th scope="col">{words.windows}</th>
            <th scope="col">{words.missed}</th>
            <th scope="col">{words.madeGood}</th>
            <th className="coloa-words" scope="col">
              {words.daysMissed}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.months.map(({ month, owed, missed, madeGood, daysMissed }) => (
            <tr key={month}>
              <td data-label={words.month}>{words.monthNames.split(',')[month - 1]}</td>
              <td data-label={words.rate}>{rateText((owed - missed) / owed, language)}</td>
              <td data-label={words.windows}>{owed}</td>
              <td className={missed > 0 ? 'coloa-late' : undefined} data-label={words.missed}>
                {missed}
              </td>
              <td data-label={words.madeGood}>{madeGood}</td>
              <td className="coloa-words" data-label={words.daysMissed}>
                {daysMissed.length === 0
                  ? '–'
                  : daysMissed.map((day) => (
                      <a
                        aria-label={dayText(day)}
                        className="coloa-miss-day"
                        href={`${props.address}?day=${day}`}
                        key={day}
                      >
                        {day.slice(8)}
                      </a>
                    ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
