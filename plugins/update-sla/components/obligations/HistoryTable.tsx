import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { VersionLine } from '../../obligations/readHistory.ts'
import { Ladder } from './Ladder.tsx'
import type { ObligationWords } from './obligationWords.ts'
import { termsText } from './termsText.ts'
import { validityText } from './validityText.ts'

/** Every version of an obligation, the latest first: what it said, from when, who made it, and why. */
export const HistoryTable = (props: {
  history: readonly VersionLine[]
  people: ReadonlyMap<number, string>
  language: string
  words: ObligationWords
}) => {
  const { words, people, language } = props
  return (
    <section aria-labelledby="history" className="coloa-part">
      <h2 id="history">{words.history}</h2>
      <table className="coloa-table coloa-labelled">
        <thead>
          <tr>
            <th scope="col">{words.columnVersion}</th>
            <th scope="col">{words.columnTerms}</th>
            <th scope="col">{words.columnLadder}</th>
            <th scope="col">{words.columnReason}</th>
            <th scope="col">{words.columnBy}</th>
          </tr>
        </thead>
        <tbody>
          {props.history.map((one) => (
            <tr key={one.version}>
              <td data-label={words.columnVersion}>
                {fill(words.version, { n: one.version })}
                <small>{validityText(one, words)}</small>
              </td>
              <td data-label={words.columnTerms}>{termsText(one.definition, words)}</td>
              <td data-label={words.columnLadder}>
                <Ladder obligation={one.definition} words={words} />
              </td>
              <td data-label={words.columnReason}>
                {one.enteredBy === null ? words.fromConfig : one.reason}
                {one.document ? <small>{one.document}</small> : null}
              </td>
              <td data-label={words.columnBy}>
                {one.enteredBy === null ? '' : (people.get(one.enteredBy) ?? one.enteredBy)}
                <small>{momentText(one.enteredAt, language)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
