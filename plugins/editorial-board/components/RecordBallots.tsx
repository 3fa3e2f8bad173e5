import { citation } from '#domain/text/citation.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { ApprovalRecord } from '../desk/readRecord.ts'
import { actorText } from './actorText.ts'
import { itemWords } from './itemWords.ts'
import { recordWords } from './recordWords.ts'

/** Who voted at which step, in what capacity and under which mandate. */
export const RecordBallots = (props: { record: ApprovalRecord; language: string }) => {
  const { record, language } = props
  const words = recordWords(language)
  const item = itemWords(language)
  if (record.ballots.length === 0) return <p>{words.noBallots}</p>
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{words.columnStep}</th>
          <th scope="col">{words.columnWho}</th>
          <th scope="col">{words.columnVote}</th>
          <th scope="col">{words.columnWhen}</th>
        </tr>
      </thead>
      <tbody>
        {record.ballots.map((one) => (
          <tr key={one.id}>
            <td data-label={words.columnStep}>
              {(language === 'en' ? one.stepLabel?.en : one.stepLabel?.vi) ?? '–'}
            </td>
            <td data-label={words.columnWho}>{actorText(one, language)}</td>
            <td data-label={words.columnVote}>
              {one.vote === 'approve'
                ? item.vote_approve
                : one.vote === 'return'
                  ? item.vote_return
                  : item.vote_refuse}
              {one.clause ? ` (${citation(one.clause, language)})` : ''}
              {one.explanation ? <small>“{one.explanation}”</small> : null}
            </td>
            <td data-label={words.columnWhen}>{momentText(one.at, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
