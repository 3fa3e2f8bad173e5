import { fill } from '#domain/text/fill.ts'
import { groupIncidents, isOpen, standingOf } from '../../incidents/groupIncidents.ts'
import type { IncidentRow } from '../../incidents/readIncidents.ts'
import { dueText } from '../../screens/dueText.ts'
import { slaWords } from '../slaWords.ts'
import type { AlertScreenWords } from './alertScreenWords.ts'
import { GroupRow } from './GroupRow.tsx'
import { handledTexts, toldText } from './incidentTexts.ts'
import { VerbButton } from './VerbButton.tsx'

type Shown = { words: AlertScreenWords; language: string }

/** Incidents, each with where it stands and the one thing to do about it; the same thing owed by many in one row. */
export const IncidentTable = (
  props: Shown & { rows: readonly IncidentRow[]; mayAcknowledge: (owner: string) => boolean },
) => {
  const { words, language } = props
  return (
    <table className="coloa-table coloa-labelled">
      <thead>
        <tr>
          <th scope="col">{words.columnWho}</th>
          <th scope="col">{words.columnWhat}</th>
          <th scope="col">{words.columnDue}</th>
          <th scope="col">{words.columnStanding}</th>
          <th scope="col">{words.columnTold}</th>
          <th scope="col">{words.columnAct}</th>
        </tr>
      </thead>
      <tbody>
        {groupIncidents(props.rows).map((group) =>
          group.size > 1 ? (
            <GroupRow
              group={group}
              key={group.rows[0].incident}
              language={language}
              mayAcknowledge={props.mayAcknowledge}
              words={words}
            />
          ) : (
            <Single
              key={group.rows[0].incident}
              language={language}
              mayAcknowledge={props.mayAcknowledge}
              row={group.rows[0]}
              words={words}
            />
          ),
        )}
      </tbody>
    </table>
  )
}

const Single = (
  props: Shown & { row: IncidentRow; mayAcknowledge: (owner: string) => boolean },
) => {
  const { row, words, language } = props
  const shown = { words: slaWords(language), language: language === 'en' ? 'en' : 'vi' } as const
  const standing = standingOf(row)
  return (
    <tr>
      <td data-label={words.columnWho}>{row.ownerName}</td>
      <td data-label={words.columnWhat}>
        {row.title || row.label}
        {row.title ? <small>{row.label}</small> : null}
      </td>
      <td data-label={words.columnDue}>{dueText(row.dueAt, shown)}</td>
      <td
        className={standing === 'late' ? 'coloa-late' : undefined}
        data-label={words.columnStanding}
      >
        {words[standing]}
        {handledTexts(row, words, language).map((one) => (
          <small key={one}>{one}</small>
        ))}
      </td>
      <td data-label={words.columnTold}>
        {toldText(row, words)}
        {row.waiting > 0 ? <small>{fill(words.waiting, { n: row.waiting })}</small> : null}
      </td>
      <td data-label={words.columnAct}>
        {isOpen(row) && props.mayAcknowledge(row.owner) ? (
          <VerbButton
            body={{ incident: row.incident }}
            done={words.acknowledged}
            label={words.acknowledge}
            name={fill(words.acknowledgeOf, { who: row.ownerName, what: row.title || row.label })}
            path="/update-sla/incidents/acknowledge"
          />
        ) : null}
      </td>
    </tr>
  )
}
