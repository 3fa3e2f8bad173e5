import { fill } from '#domain/text/fill.ts'
import type { ApprovalRecord, RecordEntry } from '../desk/readRecord.ts'
import { itemWords } from './itemWords.ts'
import { recordWords } from './recordWords.ts'

/** The entries of the board's chain that a record rests on. */
export const RecordLedger = ({
  record,
  language,
}: {
  record: ApprovalRecord
  language: string
}) => {
  const words = recordWords(language)
  const item = itemWords(language)
  const acts: [string, RecordEntry | null][] = [
    ...record.ballots.map((one): [string, RecordEntry | null] => [
      fill(words.act_ballot, {
        vote:
          one.vote === 'approve'
            ? item.vote_approve
            : one.vote === 'return'
              ? item.vote_return
              : item.vote_refuse,
      }),
      one.entry,
    ]),
    ...(record.decision
      ? [[words.act_decision, record.decision.entry] as [string, RecordEntry | null]]
      : []),
    ...record.releases.map((one): [string, RecordEntry | null] => [
      fill(words.act_release, { seq: one.seq }),
      one.entry,
    ]),
  ]
  return (
    <>
      <p>{words.ledgerHint}</p>
      <table className="coloa-table">
        <thead>
          <tr>
            <th scope="col">{words.columnEntry}</th>
            <th scope="col">{words.columnAct}</th>
            <th scope="col">{words.columnHash}</th>
            <th scope="col">{words.columnKey}</th>
          </tr>
        </thead>
        <tbody>
          {acts.map(([act, entry], index) => (
            <tr key={entry?.hash ?? `${index}${act}`}>
              <td data-label={words.columnEntry}>{entry ? entry.n : '–'}</td>
              <td data-label={words.columnAct}>{act}</td>
              <td data-label={words.columnHash}>
                <code>{entry?.hash ?? '–'}</code>
              </td>
              <td data-label={words.columnKey}>
                <code>{entry?.keyIds.join(', ') ?? '–'}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
