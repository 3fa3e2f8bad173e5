import type { PayloadRequest } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { Board } from '../desk/boardsOf.ts'
import { dueWords } from '#domain/sla/dueWords.ts'
import { timeLeft } from '../desk/timeLeft.ts'
import type { WaitsFor } from '../desk/waitsFor.ts'
import type { Review } from '../store.ts'
import type { Words } from '../words.ts'
import type { DeskWords } from './deskWords.ts'
import { kindLabel } from './kindLabel.ts'
import { StepCell } from './StepCell.tsx'

/** The waiting submissions, due time first; cards on a narrow screen. */
export const WaitingTable = (props: {
  req: PayloadRequest
  reviews: readonly Review[]
  boards: readonly Board[]
  waits: ReadonlyMap<string, WaitsFor>
  /** Whether rows can be chosen, in the form around the table. */
  isChoosing?: boolean
  words: Words
  desk: DeskWords
}) => {
  const { words, desk, isChoosing = false } = props
  const names = new Map(
    props.boards.flatMap((board) => board.logs.map((log) => [log, board.name] as const)),
  )
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          {isChoosing ? (
            <th scope="col">
              <span className="coloa-hidden">{desk.columnChoose}</span>
            </th>
          ) : null}
          <th scope="col">{words.columnDue}</th>
          <th scope="col">{words.columnTitle}</th>
          <th scope="col">{desk.columnStep}</th>
          <th scope="col">{words.columnSite}</th>
          <th scope="col">{words.columnBy}</th>
        </tr>
      </thead>
      <tbody>
        {props.reviews.map((review) => (
          <Row
            {...props}
            isChoosing={isChoosing}
            key={review.submissionId}
            review={review}
            site={names.get(review.log) ?? review.log}
          />
        ))}
      </tbody>
    </table>
  )
}

const Row = (props: {
  req: PayloadRequest
  review: Review
  waits: ReadonlyMap<string, WaitsFor>
  site: string
  isChoosing: boolean
  words: Words
  desk: DeskWords
}) => {
  const { req, review, words, desk } = props
  const { language } = req.i18n
  const left = timeLeft(review.stepDueAt, new Date())
  const waits = props.waits.get(review.submissionId)
  const title = review.title || words.untitled
  return (
    <tr>
      {props.isChoosing ? (
        <td className="coloa-choose">
          <input
            aria-label={fill(desk.choose, { title })}
            name="id"
            type="checkbox"
            value={review.submissionId}
          />
        </td>
      ) : null}
      <td
        className={left.isLate ? 'coloa-due coloa-late' : 'coloa-due'}
        data-label={words.columnDue}
      >
        <strong>{dueWords(left, language)}</strong>
        <small>{momentText(review.stepDueAt, language)}</small>
      </td>
      <td className="coloa-title" data-label={words.columnTitle}>
        <a data-row href={`/admin/review/${review.submissionId}`}>
          {title}
        </a>
        <small>
          {review.priority === 'emergency' ? <b className="coloa-tag">{words.emergency}</b> : null}
          {review.priority === 'priority' ? <b className="coloa-tag">{words.priority}</b> : null}
          {review.bundleId ? <b className="coloa-tag">{desk.inBundle}</b> : null}
          {kindLabel(req, review.collection)}
        </small>
      </td>
      <td data-label={desk.columnStep}>
        {waits ? <StepCell language={language} waits={waits} words={desk} /> : null}
      </td>
      <td data-label={words.columnSite}>{props.site}</td>
      <td data-label={words.columnBy}>
        {review.submittedByName ?? words.somebody}
        <small>{momentText(review.submittedAt, language)}</small>
      </td>
    </tr>
  )
}
