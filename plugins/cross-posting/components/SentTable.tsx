import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { siteName } from '../screens/ownSites.ts'
import type { OwnSites } from '../screens/ownSites.ts'
import type { SentItem, SentTo } from '../screens/readSent.ts'
import { sinceText } from '../screens/sinceText.ts'
import { proposalStates } from '../types.ts'
import type { CrossPostingWords } from './crossPostingWords.ts'
import { StateTag } from './StateTag.tsx'

type Shown = { sites: OwnSites; words: CrossPostingWords; language: string; now: Date }

/** What the person's sites have sent, each item once with where it stands at every site; what was returned stands open. */
export const SentTable = (props: { items: readonly SentItem[] } & Shown) => {
  const { words, language, sites } = props
  const hasSeveral = sites.read.length > 1
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{words.columnSent}</th>
          <th scope="col">{words.columnTitle}</th>
          {hasSeveral ? <th scope="col">{words.columnFrom}</th> : null}
          <th scope="col">{words.columnTo}</th>
        </tr>
      </thead>
      <tbody>
        {props.items.map((item) => (
          <tr key={item.sites[0]?.id}>
            <td data-label={words.columnSent}>
              <strong>{sinceText(item.sentAt, props.now, language)}</strong>
              <small>{momentText(item.sentAt, language)}</small>
            </td>
            <td className="coloa-title" data-label={words.columnTitle}>
              <a href={hrefOf(item)}>{item.title || words.untitled}</a>
              {item.sites.some((one) => one.isEmergency) ? (
                <small>
                  <b className="coloa-tag coloa-late">{words.urgent}</b>
                </small>
              ) : null}
            </td>
            {hasSeveral ? (
              <td data-label={words.columnFrom}>{siteName(sites.all, item.originLog, language)}</td>
            ) : null}
            <td className="coloa-xp-sites" data-label={words.columnTo}>
              <SentSites {...props} to={item.sites} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Sites shown one by one before they are summed up. */
const FEW = 4

const SentSites = ({ to, ...shown }: { to: readonly SentTo[] } & Shown) => {
  const { words } = shown
  if (to.length <= FEW) return <SiteList {...shown} to={to} />
  const returned = to.filter((one) => one.state === 'returned')
  const rest = to.filter((one) => one.state !== 'returned')
  const states = proposalStates
    .map((state) => ({ state, n: to.filter((one) => one.state === state).length }))
    .filter(({ n }) => n > 0)
    .map(({ state, n }) => fill(words.stateCount, { n, state: words[`state_${state}`] }))
  return (
    <>
      {returned.length > 0 ? <SiteList {...shown} to={returned} /> : null}
      <details>
        <summary>{fill(words.sites, { n: to.length, states: states.join(', ') })}</summary>
        <SiteList {...shown} to={rest} />
      </details>
    </>
  )
}

const SiteList = ({ to, words, sites, language }: { to: readonly SentTo[] } & Shown) => (
  <ul>
    {to.map((one) => (
      <li key={one.id}>
        <a href={`/admin/cross-posting/proposals/${one.id}`}>
          {siteName(sites.all, one.log, language)}
        </a>{' '}
        <StateTag state={one.state} words={words} />
        {one.answer ? <q>{one.answer}</q> : null}
      </li>
    ))}
  </ul>
)

const hrefOf = (item: SentItem): string =>
  item.docId === null
    ? `/admin/cross-posting/proposals/${item.sites[0]?.id ?? ''}`
    : `/admin/collections/${item.collection}/${item.docId}`
