import type { PayloadRequest } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { Board } from '../desk/boardsOf.ts'
import type { DecidedReview } from '../desk/decidedReviews.ts'
import type { Words } from '../words.ts'
import { ActForm } from './ActForm.tsx'
import type { DeskWords } from './deskWords.ts'
import { kindLabel } from './kindLabel.ts'

/** What is approved and waits for its time or its bundle; whoever may takes a decision back. */
export const DecidedTable = (props: {
  req: PayloadRequest
  reviews: readonly DecidedReview[]
  boards: readonly Board[]
  words: Words
  desk: DeskWords
}) => {
  const { req, words, desk } = props
  const { language } = req.i18n
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{desk.columnPublish}</th>
          <th scope="col">{words.columnTitle}</th>
          <th scope="col">{words.columnSite}</th>
          <th scope="col">{desk.columnDecidedBy}</th>
          <th scope="col">{desk.columnAct}</th>
        </tr>
      </thead>
      <tbody>
        {props.reviews.map((review) => (
          <tr key={review.submissionId}>
            <td data-label={desk.columnPublish}>
              <When desk={desk} language={language} review={review} />
            </td>
            <td className="coloa-title" data-label={words.columnTitle}>
              <a data-row href={`/admin/review/${review.submissionId}`}>
                {review.title || words.untitled}
              </a>
              <small>{kindLabel(req, review.collection)}</small>
            </td>
            <td data-label={words.columnSite}>
              {props.boards.find((one) => one.board === review.board)?.name ?? review.board}
            </td>
            <td data-label={desk.columnDecidedBy}>
              {review.decidedByName ?? words.somebody}
              {review.decidedAt ? <small>{momentText(review.decidedAt, language)}</small> : null}
            </td>
            <td className="coloa-act" data-label={desk.columnAct}>
              {review.mayCancel ? (
                <ActForm
                  doLabel={desk.cancelDo}
                  doneText={desk.cancelled}
                  effect={desk.cancelEffect}
                  fields={[{ name: 'explanation', label: desk.cancelReason }]}
                  openLabel={desk.cancelOpen}
                  path={`/submissions/${review.submissionId}/cancel`}
                  title={fill(desk.cancelTitle, { title: review.title })}
                />
              ) : (
                '–'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const When = (props: { review: DecidedReview; desk: DeskWords; language: string }) => {
  const { publishAt, bundle } = props.review
  if (publishAt === null)
    return <strong>{bundle ? fill(props.desk.withBundle, bundle) : '–'}</strong>
  return (
    <>
      <strong>{momentText(publishAt, props.language)}</strong>
      {bundle ? <small>{fill(props.desk.inBundleNamed, bundle)}</small> : null}
    </>
  )
}
