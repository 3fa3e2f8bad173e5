import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { SilenceRow } from '../../silences/readSilences.ts'
import type { AlertScreenWords } from './alertScreenWords.ts'
import { VerbButton } from './VerbButton.tsx'

/** Silences to come, in force and past. */
export const SilenceTable = (props: {
  rows: readonly SilenceRow[]
  now: Date
  words: AlertScreenWords
  language: string
}) => {
  const { words, language, now } = props
  const at = (moment: Date) => momentText(moment.toISOString(), language)
  return (
    <table className="coloa-table coloa-labelled">
      <thead>
        <tr>
          <th scope="col">{words.columnScope}</th>
          <th scope="col">{words.columnTime}</th>
          <th scope="col">{words.columnReason}</th>
          <th scope="col">{words.columnMuted}</th>
          <th scope="col">{words.columnAct}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => {
          const what = `${row.ownerName ?? row.owner ?? words.everyone}, ${row.obligationLabel ?? row.obligation ?? words.everything}`
          const isOver = row.endedAt !== null || row.until <= now
          return (
            <tr key={row.id}>
              <td data-label={words.columnScope}>{what}</td>
              <td data-label={words.columnTime}>
                {fill(words.fromUntil, { from: at(row.from), until: at(row.until) })}
                {isOver ? (
                  <small>
                    {row.endedAt ? fill(words.ended, { at: at(row.endedAt) }) : words.over}
                  </small>
                ) : null}
              </td>
              <td data-label={words.columnReason}>
                {row.reason}
                <small>{row.by}</small>
              </td>
              <td data-label={words.columnMuted}>{row.muted}</td>
              <td data-label={words.columnAct}>
                {isOver ? null : (
                  <VerbButton
                    done={words.endDone}
                    label={words.end}
                    name={fill(words.endOf, { what })}
                    path={`/update-sla/silences/${row.id}/end`}
                  />
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
