import { Temporal } from 'temporal-polyfill'
import { fill } from '#domain/text/fill.ts'
import type { Calendar } from '#domain/calendar/createCalendar.ts'
import type { ListedDay } from '../../notices/notice.ts'
import type { CalendarWords } from './calendarWords.ts'
import { kindOf, signs } from './dayMarks.ts'
import type { DayKind } from './dayMarks.ts'

type Grid = {
  year: number
  calendar: Calendar
  listed: ReadonlyMap<string, ListedDay>
  today: string
  words: CalendarWords
  language: string
}

/** The year at a glance: twelve months, each day by sign and by word as well as by colour. */
export const YearGrid = (props: Grid) => {
  const { words, year } = props
  const kinds: DayKind[] = ['worked', 'rest', 'off', 'work', 'halfDay']
  return (
    <section aria-labelledby="nam" className="coloa-part">
      <h2 id="nam">{fill(words.yearAtGlance, { year })}</h2>
      <ul aria-label={words.legend} className="coloa-day-legend">
        {kinds.map((kind) => (
          <li key={kind}>
            <span aria-hidden className={`coloa-day coloa-day-${kind}`}>
              12<b>{signs[kind]}</b>
            </span>
            {words[`kind_${kind}`]}
          </li>
        ))}
        <li>
          <span aria-hidden className="coloa-day coloa-day-off coloa-day-provisional">
            12<b>?</b>
          </span>
          {words.provisional}
        </li>
      </ul>
      <div className="coloa-year">
        {words.months.split(',').map((name, index) => (
          <Month {...props} key={name} month={index + 1} name={name} />
        ))}
      </div>
    </section>
  )
}

const Month = (props: Grid & { month: number; name: string }) => {
  const { words, year, month } = props
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const lead = first.dayOfWeek - 1
  const weeks = Array.from({ length: Math.ceil((lead + first.daysInMonth) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_unused, weekday) => {
      const day = week * 7 + weekday - lead + 1
      return day >= 1 && day <= first.daysInMonth ? first.with({ day }).toString() : null
    }),
  )
  const short = words.weekdaysShort.split(',')
  return (
    <table className="coloa-month">
      <caption>{props.name}</caption>
      <thead>
        <tr>
          {words.weekdays.split(',').map((weekday, index) => (
            <th abbr={weekday} key={weekday} scope="col">
              {short[index]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days.find((day) => day) ?? ''}>
            {days.map((day, index) => (
              <td key={day ?? `empty${index}`}>{day ? <Day {...props} day={day} /> : null}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Day = ({ day, calendar, listed, today, words, language }: Grid & { day: string }) => {
  const entry = listed.get(day)
  const kind = kindOf(calendar, day, entry)
  const isExpected = entry?.isProvisional ?? false
  const reason = entry && (language === 'en' ? entry.reasonEn : entry.reason)
  const told = [
    ...(day === today ? [words.today] : []),
    ...(kind === 'worked' ? [] : [words[`kind_${kind}`]]),
    ...(isExpected ? [words.provisional] : []),
    ...(reason ? [reason] : []),
  ]
  const classes = [
    'coloa-day',
    `coloa-day-${kind}`,
    ...(isExpected ? ['coloa-day-provisional'] : []),
    ...(day === today ? ['coloa-day-today'] : []),
  ]
  return (
    <span className={classes.join(' ')} title={told.join('. ') || undefined}>
      <time dateTime={day}>{Number(day.slice(8))}</time>
      <b aria-hidden>{isExpected ? '?' : signs[kind]}</b>
      {told.length > 0 ? <span className="coloa-told">{told.join(', ')}</span> : null}
    </span>
  )
}
