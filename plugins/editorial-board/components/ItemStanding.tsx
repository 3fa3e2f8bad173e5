import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import type { DeskItem } from '../desk/readDeskItem.ts'
import type { Words } from '../words.ts'
import { deskWords } from './deskWords.ts'
import { itemWords } from './itemWords.ts'
import { StepCell } from './StepCell.tsx'
import { VoteList } from './VoteList.tsx'
import { whyLapsed } from './whyLapsed.ts'

/** Before the decision: the step it waits at, who has voted, for whom one decides, and what stands against it. */
export const ItemStanding = (props: { item: DeskItem; words: Words; language: string }) => {
  const { item, words, language } = props
  const said = itemWords(language)
  const { review, waits, bundle } = item
  if (review.state !== 'submitted') return <Ended {...props} />
  return (
    <>
      {waits ? (
        <p>
          <StepCell language={language} waits={waits} words={deskWords(language)} />
        </p>
      ) : null}
      <VoteList ballots={item.ballots} language={language} />
      {bundle ? <p>{fill(said.bundle, bundle)}</p> : null}
      {item.acting ? (
        <p className="coloa-attention">
          {fill(said.acting, {
            name: item.acting.forName ?? words.somebody,
            document: item.acting.document,
          })}
        </p>
      ) : null}
      {item.hold ? <p className="coloa-attention">{fill(said.hold, item.hold)}</p> : null}
      <Why {...props} />
    </>
  )
}

/** Why one cannot vote, or what the vote is worth. */
const Why = ({ item, words, language }: { item: DeskItem; words: Words; language: string }) => {
  const said = itemWords(language)
  if (item.isChangedSince) return <p className="coloa-attention">{words.itemChanged}</p>
  if (item.hasVoted) return <p>{said.voted}</p>
  if (!item.mayDecide) {
    if (item.isOwn) return <p className="coloa-attention">{words.ownWork}</p>
    return item.mayReturn || item.mayRefuse ? null : <p>{words.readOnly}</p>
  }
  if (item.isDeciding) return (item.waits?.steps ?? 1) > 1 ? <p>{said.isDeciding}</p> : null
  const quorum = item.waits?.quorum ?? 1
  const given = item.waits?.given ?? 0
  return <p>{given + 1 < quorum ? fill(said.isNotEnough, { quorum, given }) : said.isNotLast}</p>
}

const Ended = ({ item, language }: { item: DeskItem; words: Words; language: string }) => {
  const said = itemWords(language)
  const { review, publishAt, bundle } = item
  const text = () => {
    switch (review.state) {
      case 'submitted':
        return ''
      case 'decided':
        return publishAt === null
          ? fill(said.stateDecidedBundle, bundle ?? { name: '', decided: 0, total: 0 })
          : fill(said.stateDecidedAt, { at: momentText(publishAt, language) })
      case 'lapsed':
        return fill(said.state_lapsed, { why: whyLapsed(review.reasonCode, language) })
      case 'approved':
      case 'returned':
      case 'refused':
      case 'recalled':
      case 'superseded':
        return said[`state_${review.state}`]
    }
  }
  return (
    <>
      <p>
        <strong>{text()}</strong>
      </p>
      <VoteList ballots={item.ballots} language={language} />
    </>
  )
}
