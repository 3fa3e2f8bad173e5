import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { IncidentRow } from '../../incidents/readIncidents.ts'
import { dueText } from '../../screens/dueText.ts'
import { slaWords } from '../slaWords.ts'
import type { AlertScreenWords } from './alertScreenWords.ts'
import { VerbButton } from './VerbButton.tsx'

type Shown = { words: AlertScreenWords; language: string }

/** Incidents, each with where it stands and the one thing to do about it. */
export const IncidentTable = (
  props: Shown & { rows: readonly IncidentRow[]; mayAcknowledge: (owner: string) => boolean },
) => {
  const { words, language } = props
  const shown = { words: slaWords(language), language: language === 'en' ? 'en' : 'vi' } as const
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
        {props.rows.map((row) => (
          <tr key={row.incident}>
            <td data-label={words.columnWho}>{row.ownerName}</td>
            <td data-label={words.columnWhat}>
              {row.title || row.label}
              {row.title ? <small>{row.label}</small> : null}
            </td>
            <td data-label={words.columnDue}>{dueText(row.dueAt, shown)}</td>
            <td
              className={standing(row) === 'late' ? 'coloa-late' : undefined}
              data-label={words.columnStanding}
            >
              {words[standing(row)]}
              <Handled language={language} row={row} words={words} />
            </td>
            <td data-label={words.columnTold}>
              {row.told > 0 ? fill(words.people, { n: row.told }) : words.nobody}
              {row.waiting > 0 ? <small>{fill(words.waiting, { n: row.waiting })}</small> : null}
            </td>
            <td data-label={words.columnAct}>
              {row.rung !== 'recovered' &&
              !row.acknowledgedAt &&
              props.mayAcknowledge(row.owner) ? (
                <VerbButton
                  body={{ incident: row.incident }}
                  done={words.acknowledged}
                  label={words.acknowledge}
                  name={fill(words.acknowledgeOf, {
                    who: row.ownerName,
                    what: row.title || row.label,
                  })}
                  path="/update-sla/incidents/acknowledge"
                />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Handled = ({ row, words, language }: Shown & { row: IncidentRow }) => (
  <>
    {row.acknowledgedAt ? (
      <small>
        {fill(words.acknowledgedBy, {
          by: row.acknowledgedBy ?? '',
          at: momentText(row.acknowledgedAt.toISOString(), language),
        })}
      </small>
    ) : null}
    {row.mutedBy?.startsWith('silence:') ? <small>{words.silenced}</small> : null}
  </>
)

const standing = ({ rung, firesAt, dueAt }: IncidentRow): 'recovered' | 'ahead' | 'late' =>
  rung === 'recovered' ? 'recovered' : firesAt < dueAt ? 'ahead' : 'late'
