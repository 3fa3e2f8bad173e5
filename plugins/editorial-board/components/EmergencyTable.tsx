import type { PayloadRequest } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { Board } from '../desk/boardsOf.ts'
import { dueWords } from '#domain/sla/dueWords.ts'
import type { OpenEmergency } from '../desk/openEmergencies.ts'
import { timeLeft } from '../desk/timeLeft.ts'
import type { Words } from '../words.ts'
import { ActForm } from './ActForm.tsx'
import type { DeskWords } from './deskWords.ts'
import { kindLabel } from './kindLabel.ts'
import { reviewFields } from './reviewFields.ts'

type Shared = { req: PayloadRequest; boards: readonly Board[]; words: Words; desk: DeskWords }

/** What went out as an emergency and waits for another person's review. */
export const EmergencyTable = (props: Shared & { emergencies: readonly OpenEmergency[] }) => {
  const { words, desk } = props
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{desk.columnReviewDue}</th>
          <th scope="col">{words.columnTitle}</th>
          <th scope="col">{desk.columnReason}</th>
          <th scope="col">{desk.columnIssued}</th>
          <th scope="col">{desk.columnAct}</th>
        </tr>
      </thead>
      <tbody>
        {props.emergencies.map((one) => (
          <Row {...props} key={one.decisionId} one={one} />
        ))}
      </tbody>
    </table>
  )
}

const Row = ({ one, req, boards, words, desk }: Shared & { one: OpenEmergency }) => {
  const { language } = req.i18n
  const left = timeLeft(one.dueAt, new Date())
  return (
    <tr>
      <td
        className={left.isLate ? 'coloa-due coloa-late' : 'coloa-due'}
        data-label={desk.columnReviewDue}
      >
        <strong>{dueWords(left, language)}</strong>
        <small>{momentText(one.dueAt, language)}</small>
      </td>
      <td className="coloa-title" data-label={words.columnTitle}>
        <a data-row href={`/admin/collections/${one.collection}/${one.docId}`}>
          {one.title || words.untitled}
        </a>
        <small>
          <b className="coloa-tag">{words.emergency}</b>
          {kindLabel(req, one.collection)} ·{' '}
          {boards.find((board) => board.board === one.board)?.name ?? one.board}
        </small>
      </td>
      <td data-label={desk.columnReason}>
        {one.reason}
        {one.explanation ? <small>“{one.explanation}”</small> : null}
      </td>
      <td data-label={desk.columnIssued}>
        {one.issuedByName ?? words.somebody}
        <small>{momentText(one.issuedAt, language)}</small>
      </td>
      <td className="coloa-act" data-label={desk.columnAct}>
        {one.mayReview ? (
          <ActForm
            doLabel={desk.reviewDo}
            doneText={desk.reviewed}
            effect={desk.reviewEffect}
            fields={reviewFields(desk)}
            openLabel={desk.reviewOpen}
            path={`/emergency/${one.decisionId}/review`}
            title={fill(desk.reviewTitle, { title: one.title })}
          />
        ) : (
          <small>{desk.notByIssuer}</small>
        )}
      </td>
    </tr>
  )
}
