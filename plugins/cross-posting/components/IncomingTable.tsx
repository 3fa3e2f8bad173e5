import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { siteName } from '../screens/ownSites.ts'
import type { OwnSites } from '../screens/ownSites.ts'
import { sinceText } from '../screens/sinceText.ts'
import type { Proposal } from '../types.ts'
import type { CrossPostingWords } from './crossPostingWords.ts'
import { StateTag } from './StateTag.tsx'

type Shown = { sites: OwnSites; words: CrossPostingWords; language: string; now: Date }

/** What was offered to the person's sites; cards on a narrow screen. */
export const IncomingTable = (
  props: {
    items: readonly Proposal[]
    /** Whether they have come to an end. */
    isSettled?: boolean
  } & Shown,
) => {
  const { words, isSettled = false } = props
  const hasSeveral = props.sites.read.length > 1
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{isSettled ? words.columnSettled : words.columnSince}</th>
          <th scope="col">{words.columnTitle}</th>
          <th scope="col">{words.columnFrom}</th>
          {hasSeveral ? <th scope="col">{words.columnTo}</th> : null}
          <th scope="col">{words.columnWhy}</th>
          <th scope="col">{words.columnState}</th>
        </tr>
      </thead>
      <tbody>
        {props.items.map((one) => (
          <Row {...props} hasSeveral={hasSeveral} item={one} key={one.id} />
        ))}
      </tbody>
    </table>
  )
}

const Row = (props: { item: Proposal; isSettled?: boolean; hasSeveral: boolean } & Shown) => {
  const { item, words, language, sites } = props
  const at = props.isSettled ? (item.settledAt ?? item.offeredAt) : item.offeredAt
  return (
    <tr>
      <td data-label={props.isSettled ? words.columnSettled : words.columnSince}>
        <strong>{sinceText(at, props.now, language)}</strong>
        <small>{momentText(at, language)}</small>
      </td>
      <td className="coloa-title" data-label={words.columnTitle}>
        <a data-row href={`/admin/cross-posting/proposals/${item.id}`}>
          {item.title || words.untitled}
        </a>
        <Tags item={item} words={words} />
      </td>
      <td data-label={words.columnFrom}>{siteName(sites.all, item.originLog, language)}</td>
      {props.hasSeveral ? (
        <td data-label={words.columnTo}>{siteName(sites.all, item.log, language)}</td>
      ) : null}
      <td data-label={words.columnWhy}>
        {words[`reason_${item.reason}`]}
        {item.note ? <small>“{shortOf(item.note)}”</small> : null}
      </td>
      <td data-label={words.columnState}>
        <StateTag state={item.state} words={words} />
        {item.answer ? <small>“{shortOf(item.answer)}”</small> : null}
      </td>
    </tr>
  )
}

const Tags = ({ item, words }: { item: Proposal; words: CrossPostingWords }) => {
  const tags = [
    ...(item.isEmergency ? [words.urgent] : []),
    ...(item.kind === 'correct' ? [words.correction] : []),
    ...(item.mode === 'link' ? [words.linkCard] : []),
    ...(item.isCopyAdapted ? [words.adapted] : []),
  ]
  return tags.length === 0 ? null : (
    <small>
      {tags.map((one) => (
        <b className={one === words.urgent ? 'coloa-tag coloa-late' : 'coloa-tag'} key={one}>
          {one}
        </b>
      ))}
    </small>
  )
}

const LONGEST = 120

/** The beginning of a long text; the page shows all of it. */
const shortOf = (text: string): string =>
  text.length > LONGEST ? fill('{text}…', { text: text.slice(0, LONGEST).trimEnd() }) : text
