import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { AfterReview } from '../stormOptions.ts'
import { wallWords } from './wallWords.ts'

/** Whether a second person has looked at what went out, and where that is done. */
export const ReviewStanding = (props: {
  review: AfterReview
  address: string
  language: string
}) => {
  const { language, review } = props
  const words = wallWords(language)
  const at = (instant: string) => momentText(instant, language)
  const isLate = review.reviewedAt === null && Date.parse(review.dueAt) < Date.now()
  const said =
    review.reviewedAt === null
      ? fill(isLate ? words.reviewLate : words.reviewOpen, { at: at(review.dueAt) })
      : fill(review.verdict === 'objected' ? words.reviewObjected : words.reviewConfirmed, {
          name: review.reviewedBy ?? '?',
          at: at(review.reviewedAt),
        })
  return (
    <section>
      <h2>{words.review}</h2>
      <p className={isLate || review.verdict === 'objected' ? 'coloa-late' : undefined}>{said}</p>
      {review.reviewedAt === null ? <a href={props.address}>{words.reviewGo}</a> : null}
    </section>
  )
}
