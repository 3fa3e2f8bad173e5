import type { ReactNode } from 'react'
import { fill } from '#domain/text/fill.ts'
import type { PreviewAnswer } from '../../endpoints/noticeEndpoints.ts'
import type { CalendarWords } from './calendarWords.ts'
import { changeText } from './changeText.ts'
import { dayText } from './dayText.ts'
import { MovedTable } from './MovedTable.tsx'

/** What a notice would do: days of the calendar, deadlines that move, and the button that does it. */
export const PreviewPanel = (props: {
  preview: PreviewAnswer
  words: CalendarWords
  language: string
  children: ReactNode
}) => {
  const { preview, words, language } = props
  const { open, later, earlier, first, changes } = preview
  const n = later + earlier
  return (
    <section aria-label={words.previewTitle} className="coloa-preview">
      <h3>{words.previewTitle}</h3>
      <p>{fill(words.previewDays, { n: changes.length })}</p>
      <ul>
        {changes.map((change) => (
          <li key={change.date}>
            {dayText(change.date)}: {changeText(change, words)}
          </li>
        ))}
      </ul>
      <p>
        <strong>
          {n === 0
            ? fill(words.previewNone, { open })
            : fill(words.previewMoved, { n, open, later, earlier })}
        </strong>
      </p>
      {first.length > 0 ? (
        <>
          {first.length < n ? <p>{fill(words.previewFirst, { n: first.length })}</p> : null}
          <MovedTable language={language} lines={first} words={words} />
        </>
      ) : null}
      <p>{words.applyEffect}</p>
      {props.children}
    </section>
  )
}
