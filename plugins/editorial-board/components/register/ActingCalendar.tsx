import { dayAfter } from '#domain/board/actingSpans.ts'
import type { ActingSpan } from '#domain/board/actingSpans.ts'
import { fill } from '#domain/text/fill.ts'
import { calendarWords } from './calendarWords.ts'
import type { CalendarWords } from './calendarWords.ts'
import { dayText } from './dayText.ts'
import { PrintButton } from './PrintButton.tsx'
import type { RegisterWords } from './registerWords.ts'
import type { SectionProps } from './sectionProps.ts'

/** Who signs in the next six weeks: the days in a row as a table, and week by week where there is room; both print. */
export const ActingCalendar = ({ register, words, language }: SectionProps) => {
  const said = calendarWords(language)
  const { acting: spans, today } = register
  const gapDays = spans.reduce((sum, span) => sum + (span.isGap ? span.days : 0), 0)
  const hasOthers = spans.some((span) => span.others.length > 0)
  return (
    <section aria-labelledby="lich" className="coloa-part coloa-calendar">
      <h2 id="lich">{words.calendar}</h2>
      {gapDays > 0 ? (
        <p className="coloa-problem">
          <strong>{fill(said.gapWarning, { n: gapDays })}</strong>
        </p>
      ) : (
        <p>{said.noGap}</p>
      )}
      <p>
        <small>{fill(said.calendarIntro, { today: dayText(today) })}</small>
      </p>
      <table className="coloa-table">
        <thead>
          <tr>
            <th scope="col">{said.calendarDays}</th>
            <th scope="col">{said.calendarState}</th>
            <th scope="col">{said.calendarHead}</th>
            <th scope="col">{said.calendarActing}</th>
            {hasOthers ? <th scope="col">{said.calendarOthers}</th> : null}
          </tr>
        </thead>
        <tbody>
          {spans.map((span) => (
            <Span hasOthers={hasOthers} key={span.from} said={said} span={span} words={words} />
          ))}
        </tbody>
      </table>
      <Weeks said={said} spans={spans} today={today} />
      <PrintButton label={said.print} />
    </section>
  )
}

const Span = (props: {
  span: ActingSpan
  hasOthers: boolean
  words: RegisterWords
  said: CalendarWords
}) => {
  const { span, words, said } = props
  return (
    <tr className={span.isGap ? 'coloa-gap' : undefined}>
      <td data-label={said.calendarDays}>
        <strong>
          {span.days === 1 ? dayText(span.from) : `${dayText(span.from)} – ${dayText(span.to)}`}
        </strong>
        <small>{fill(said.daysCount, { n: span.days })}</small>
      </td>
      <td data-label={said.calendarState}>
        {span.isGap ? (
          <strong className="coloa-late">
            {span.acting.length > 0 ? said.gapScoped : said.gap}
          </strong>
        ) : (
          said.someone
        )}
      </td>
      <td data-label={said.calendarHead}>
        {span.heads.map((one) => one.name).join(', ') || said.nobody}
      </td>
      <td data-label={said.calendarActing}>
        {span.acting.length === 0
          ? said.nobody
          : span.acting.map((one) => (
              <span className="coloa-line" key={`${one.person}${one.document}`}>
                {one.name}
                {one.isScoped ? ` (${said.partly})` : ''}
                <small>
                  {one.endsOn ? fill(words.until, { to: dayText(one.endsOn) }) : ''} ·{' '}
                  {one.document}
                </small>
              </span>
            ))}
      </td>
      {props.hasOthers ? (
        <td data-label={said.calendarOthers}>
          {span.others.map((one) => one.name).join(', ') || said.nobody}
        </td>
      ) : null}
    </tr>
  )
}

const Weeks = (props: { spans: readonly ActingSpan[]; today: string; said: CalendarWords }) => {
  const { spans, today, said } = props
  const last = spans.at(-1)?.to ?? today
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const weeks: string[][] = []
  for (let first = dayAfter(today, -weekday); first <= last; first = dayAfter(first, 7))
    weeks.push(Array.from({ length: 7 }, (_, index) => dayAfter(first, index)))
  return (
    <table className="coloa-weeks">
      <caption>{said.weeks}</caption>
      <thead>
        <tr>
          {said.weekdays.split(',').map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days[0]}>
            {days.map((day) => (
              <Day day={day} key={day} said={said} span={spanOn(spans, day)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Day = (props: { day: string; span: ActingSpan | undefined; said: CalendarWords }) => {
  const { day, span, said } = props
  if (!span) return <td />
  const [, month, date] = day.split('-')
  return (
    <td className={span.isGap ? 'coloa-gap' : undefined}>
      <time dateTime={day}>{`${date}/${month}`}</time>
      <span>{dayState(span, said)}</span>
    </td>
  )
}

const dayState = (span: ActingSpan, said: CalendarWords): string => {
  if (span.isGap) return said.dayGap
  if (span.heads.length > 0) return span.acting.length > 0 ? said.dayBoth : said.dayHead
  return span.acting.length > 0 ? said.dayActing : said.dayOthers
}

const spanOn = (spans: readonly ActingSpan[], day: string) =>
  spans.find((span) => span.from <= day && day <= span.to)
