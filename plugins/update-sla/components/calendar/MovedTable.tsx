import { endOfDayText } from '#domain/text/endOfDayText.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { MovedLine } from '../../notices/nameClocks.ts'
import type { CalendarWords } from './calendarWords.ts'

/** Clocks that a notice moves, with their old and new due times. */
export const MovedTable = (props: {
  lines: readonly MovedLine[]
  words: CalendarWords
  language: string
}) => {
  const { words, language } = props
  return (
    <table className="coloa-table coloa-moved">
      <thead>
        <tr>
          <th scope="col">{words.columnWhat}</th>
          <th scope="col">{words.columnOwner}</th>
          <th scope="col">{words.columnBefore}</th>
          <th scope="col">{words.columnAfter}</th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <tr key={line.clock}>
            <td data-label={words.columnWhat}>
              {line.title}
              <small>{line.obligation}</small>
            </td>
            <td data-label={words.columnOwner}>{line.owner}</td>
            <td data-label={words.columnBefore}>{dueText(line.dueBefore, language)}</td>
            <td data-label={words.columnAfter}>
              <strong>{dueText(line.dueAfter, language)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** As `screens/dueText.ts`, in the browser, which knows no options. */
const dueText = (instant: string, language: string): string =>
  endOfDayText(new Date(instant), 'Asia/Ho_Chi_Minh', language) ?? momentText(instant, language)
