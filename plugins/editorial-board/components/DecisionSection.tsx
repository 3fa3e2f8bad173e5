import { shortCitation } from '#domain/text/citation.ts'
import { fill } from '#domain/text/fill.ts'
import type { Clarifier } from '../desk/clarifiersOf.ts'
import type { DeskItem } from '../desk/readDeskItem.ts'
import { theOptions } from '../options.ts'
import { reasonText } from '#domain/text/reasonText.ts'
import { roleWords } from '../roleWords.ts'
import type { Words } from '../words.ts'
import { wordings, wordingsIn } from '../wordings.ts'
import { DecisionPanel } from './DecisionPanel.tsx'
import { ItemStanding } from './ItemStanding.tsx'
import { itemWords } from './itemWords.ts'

/** The decision's place on a submission's screen: where it stands, what may be done, and the record once it is decided. */
export const DecisionSection = (props: {
  item: DeskItem
  /** Where to go after the decision. */
  next: string
  words: Words
  language: string
}) => {
  const { item, words, language } = props
  const { review, waits } = item
  const said = itemWords(language)
  const isWaiting = review.state === 'submitted'
  return (
    <section aria-label={words.decision} className="coloa-decision">
      <h2>{isWaiting ? words.decision : said.stateNow}</h2>
      <ItemStanding item={item} language={language} words={words} />
      <DecisionPanel
        canApprove={item.mayDecide && !item.isChangedSince && item.hold === null}
        clarifiers={item.clarifiers.map((one, index) => [
          String(one.person),
          index === 0 ? fill(said.submitterIs, { name: one.name }) : nameOf(one, language),
        ])}
        clarifyHours={theOptions().clarifyHours ?? 16}
        grounds={item.grounds.map((ground) => [
          ground.code,
          reasonText(ground, language, shortCitation),
        ])}
        isBundled={review.bundleId !== null}
        isDeciding={item.isDeciding}
        isUpdate={item.releasedAt !== null}
        isVote={(waits?.given ?? 0) + 1 < (waits?.quorum ?? 1)}
        mayRefuse={item.mayRefuse}
        mayReturn={item.mayReturn && !item.hasVoted}
        next={props.next}
        nextStep={nextStepOf(item, language)}
        site={item.board.name}
        submissionId={review.submissionId}
        title={review.title}
        wordings={wordingsIn(theOptions().wordings ?? wordings, language)}
      />
      {isWaiting ? null : (
        <p>
          <a href={`/admin/review/${review.submissionId}/record`}>{said.record}</a>
        </p>
      )}
    </section>
  )
}

const nameOf = ({ name, roles }: Clarifier, language: string): string =>
  roles.length > 0 ? `${name} (${roles.map((role) => roleWords(role, language)).join(', ')})` : name

const nextStepOf = ({ review }: DeskItem, language: string): string => {
  const label = (review.flow?.steps[review.step + 1] ?? review.flow?.steps[review.step])?.label
  return (language === 'en' ? label?.en : label?.vi) ?? ''
}
