import { dayAfter } from '#domain/board/actingSpans.ts'
import type { ActingSpan } from '#domain/board/actingSpans.ts'
import { fill } from '#domain/text/fill.ts'
import { dayText } from './dayText.ts'
import { PrintButton } from './PrintButton.tsx'
import type { RegisterWords } from './registerWords.ts'
import type { SectionProps } from './sectionProps.ts'

/** Who signs in the next six weeks: the days in a row as a table, and week by week where there is room; both print. */
export const ActingCalendar = ({ register, words }: SectionProps) => {
  const { acting: spans, today } = register
  const gapDays = spans.reduce((sum, span) => sum + (span.isGap ? span.days : 0), 0)
  const hasOthers = spans.some((span) => span.others.length > 0)
  return (
    <section aria-labelledby="lich" className="coloa-part coloa-calendar">
      <h2 id="lich">{words.calendar}</h2>
      {gapDays > 0 ? (
        <p className="coloa-problem">
          <strong>{fill(words.gapWarning, { n: gapDays })}</strong>
        </p>
      ) : (
        <p>{words.noGap}</p>
      )}
      <p>
        <small>{fill(words.calendarIntro, { today: dayText(today) })}</small>
      </p>
      <table className="coloa-table">
        <thead>
          <tr>
            <th scope="col">{words.calendarDays}</th>
            <th scope="col">{words.calendarState}</th>
            <th scope="col">{words.calendarHead}</th>
            <th scope="col">{words.calendarActing}</th>
            {hasOthers ? <th scope="col">{words.calendarOthers}</th> : null}
          </tr>
        </thead>
        <tbody>
          {spans.map((span) => (
            <Span hasOthers={hasOthers} key={span.from} span={span} words={words} />
          ))}
        </tbody>
      </table>
      <Weeks spans={spans} today={today} words={words} />
      <PrintButton label={words.print} />
    </section>
  )
}

const Span = (props: { span: ActingSpan; hasOthers: boolean; words: RegisterWords }) => {
  const { span, words } = props
  return (
    <tr className={span.isGap ? 'coloa-gap' : undefined}>
      <td data-label={words.calendarDays}>
        <strong>
          {span.days === 1 ? dayText(span.from) : `${dayText(span.from)} – ${dayText(span.to)}`}
        </strong>
        <small>{fill(words.daysCount, { n: span.days })}</small>
      </td>
      <td data-label={words.calendarState}>
        {span.isGap ? (
          <strong className="coloa-late">
            {span.acting.length > 0 ? words.gapScoped : words.gap}
          </strong>
        ) : (
          words.someone
        )}
      </td>
      <td data-label={words.calendarHead}>
        {span.heads.map((one) => one.name).join(', ') || words.nobody}
      </td>
      <td data-label={words.calendarActing}>
        {span.acting.length === 0
          ? words.nobody
          : span.acting.map((one) => (
              <span className="coloa-line" key={`${one.person}${one.document}`}>
                {one.name}
                {one.isScoped ? ` (${words.partly})` : ''}
                <small>
                  {one.endsOn ? fill(words.until, { to: dayText(one.endsOn) }) : ''} ·{' '}
                  {one.document}
                </small>
              </span>
            ))}
      </td>
      {props.hasOthers ? (
        <td data-label={words.calendarOthers}>
          {span.others.map((one) => one.name).join(', ') || words.nobody}
        </td>
      ) : null}
    </tr>
  )
}

const Weeks = (props: { spans: readonly ActingSpan[]; today: string; words: RegisterWords }) => {
  const { spans, today, words } = props
  const last = spans.at(-1)?.to ?? today
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const weeks: string[][] = []
  for (let first = dayAfter(today, -weekday); first <= last; first = dayAfter(first, 7))
    weeks.push(Array.from({ length: 7 }, (_, index) => dayAfter(first, index)))
  return (
    <table className="coloa-weeks">
      <caption>{words.weeks}</caption>
      <thead>
        <tr>
          {words.weekdays.split(',').map((name) => (
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
              <Day day={day} key={day} span={spanOn(spans, day)} words={words} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Day = (props: { day: string; span: ActingSpan | undefined; words: RegisterWords }) => {
  const { day, span, words } = props
  if (!span) return <td />
  const [, month, date] = day.split('-')
  return (
    <td className={span.isGap ? 'coloa-gap' : undefined}>
      <time dateTime={day}>{`${date}/${month}`}</time>
      <span>{dayState(span, words)}</span>
    </td>
  )
}

const dayState = (span: ActingSpan, words: RegisterWords): string => {
  if (span.isGap) return words.dayGap
  if (span.heads.length > 0) return span.acting.length > 0 ? words.dayBoth : words.dayHead
  return span.acting.length > 0 ? words.dayActing : words.dayOthers
}

const spanOn = (spans: readonly ActingSpan[], day: string) =>
  spans.find((span) => span.from <= day && day <= span.to)
