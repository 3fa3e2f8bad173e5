import type { MovedLine } from '../../notices/nameClocks.ts'
import { dueText } from './dueText.ts'
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
            <td data-label={words.columnBefore}>{dueText(line.dueBefore, language, words)}</td>
            <td data-label={words.columnAfter}>
              <strong>{dueText(line.dueAfter, language, words)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
