import { Temporal } from 'temporal-polyfill'
import { fill } from '#domain/text/fill.ts'
import type { ListedDay } from '../../notices/notice.ts'
import type { CalendarWords } from './calendarWords.ts'
import { dayText } from './dayText.ts'

/** The days of a year that differ from the weekly rule, each with what it rests on. */
export const DayList = (props: {
  year: number
  days: readonly ListedDay[]
  units: ReadonlyMap<number, string>
  words: CalendarWords
  language: string
}) => {
  const { days, words, language } = props
  const weekdays = words.weekdays.split(',')
  return (
    <section aria-labelledby="ngay" className="coloa-part">
      <h2 id="ngay">{fill(words.days, { year: props.year })}</h2>
      {days.length === 0 ? (
        <div className="coloa-empty">
          <p>{words.noDays}</p>
        </div>
      ) : (
        <table className="coloa-table coloa-labelled">
          <thead>
            <tr>
              <th scope="col">{words.columnDay}</th>
              <th scope="col">{words.columnKind}</th>
              <th scope="col">{words.columnReason}</th>
              <th scope="col">{words.columnInstrument}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={`${day.date} ${day.unit}`}>
                <td data-label={words.columnDay}>
                  <strong>{dayText(day.date)}</strong>
                  <small>{weekdays[Temporal.PlainDate.from(day.date).dayOfWeek - 1]}</small>
                </td>
                <td data-label={words.columnKind}>
                  {words[`kind_${day.kind}`]}
                  {day.isProvisional ? <b className="coloa-tag">{words.provisional}</b> : null}
                  {day.unit === null ? null : (
                    <small>
                      {fill(words.onlyFor, { unit: props.units.get(day.unit) ?? day.unit })}
                    </small>
                  )}
                </td>
                <td data-label={words.columnReason}>
                  {language === 'en' ? day.reasonEn : day.reason}
                </td>
                <td data-label={words.columnInstrument}>{day.instrument}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
