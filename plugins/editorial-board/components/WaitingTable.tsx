import type { PayloadRequest } from 'payload'
import type { Board } from '../desk/boardsOf.ts'
import { dueWords } from '../desk/dueWords.ts'
import type { Review } from '../store.ts'
import type { Words } from '../words.ts'
import { kindLabel } from './kindLabel.ts'
import { momentText } from '#kit/admin/momentText.ts'

/** The waiting submissions, due time first; cards on a narrow screen. */
export const WaitingTable = (props: {
  req: PayloadRequest
  reviews: readonly Review[]
  boards: readonly Board[]
  words: Words
}) => {
  const { req, reviews, words } = props
  const { language } = req.i18n
  const now = new Date()
  const names = new Map(
    props.boards.flatMap((board) => board.logs.map((log) => [log, board.name] as const)),
  )
  if (reviews.length === 0) {
    return (
      <div className="coloa-empty">
        <p>{words.deskEmpty}</p>
        <p>{words.deskEmptyHint}</p>
      </div>
    )
  }
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{words.columnDue}</th>
          <th scope="col">{words.columnTitle}</th>
          <th scope="col">{words.columnSite}</th>
          <th scope="col">{words.columnBy}</th>
          <th scope="col">{words.columnAt}</th>
        </tr>
      </thead>
      <tbody>
        {reviews.map((review) => (
          <Row
            key={review.submissionId}
            kind={kindLabel(req, review.collection)}
            language={language}
            now={now}
            review={review}
            site={names.get(review.log) ?? review.log}
            words={words}
          />
        ))}
      </tbody>
    </table>
  )
}

const Row = (props: {
  review: Review
  kind: string
  site: string
  now: Date
  language: string
  words: Words
}) => {
  const { review, words, language } = props
  const due = dueWords(review.stepDueAt, props.now, language)
  return (
    <tr>
      <td className={due.isLate ? 'coloa-late' : undefined} data-label={words.columnDue}>
        <strong>{due.text}</strong>
        <small>{momentText(review.stepDueAt, language)}</small>
      </td>
      <td data-label={words.columnTitle}>
        <a href={`/admin/review/${review.submissionId}`}>{review.title || words.untitled}</a>
        <small>
          {review.priority === 'emergency' ? <b className="coloa-tag">{words.emergency}</b> : null}
          {review.priority === 'priority' ? <b className="coloa-tag">{words.priority}</b> : null}
          {props.kind}
        </small>
      </td>
      <td data-label={words.columnSite}>{props.site}</td>
      <td data-label={words.columnBy}>{review.submittedByName ?? words.somebody}</td>
      <td data-label={words.columnAt}>{momentText(review.submittedAt, language)}</td>
    </tr>
  )
}
