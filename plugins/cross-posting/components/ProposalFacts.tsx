import type { ReactNode } from 'react'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { readFrozenText } from '../copies/frozenText.ts'
import { crossPosted } from '../options.ts'
import type { ProposalRead } from '../proposals/readProposal.ts'
import type { CrossPostingWords } from './crossPostingWords.ts'

/** Who sends what, why it is here, where it comes from, and that it is what was sent (P-15.2a). */
export const ProposalFacts = (props: {
  read: ProposalRead
  from: string
  to: string
  /** Names of the logs it went through. */
  hops: readonly string[]
  words: CrossPostingWords
  language: string
}) => {
  const { read, words, language } = props
  const { proposal, origin } = read
  const at = momentText(proposal.offeredAt, language)
  const { document } = readFrozenText(proposal.collection, read.offered)
  const { author, agency } = crossPosted(proposal.collection)?.attribution ?? {}
  const name = proposal.offeredByName ?? words.somebody
  return (
    <dl className="coloa-xp-facts">
      <Fact label={words.factFrom}>{props.from}</Fact>
      <Fact label={words.factTo}>{props.to}</Fact>
      <Fact label={words.factWhy}>{fill(words[`why_${proposal.reason}`], { name, at })}</Fact>
      {proposal.note ? (
        <Fact label={words.factNote}>
          <q>{proposal.note}</q>
        </Fact>
      ) : null}
      <Fact label={words.factOrigin}>
        <a href={origin.url} rel="noreferrer" target="_blank">
          {fill(words.openOrigin, { site: origin.siteName })}
        </a>
        , {fill(words.firstPublished, { at: momentText(origin.publishedAt, language) })}
      </Fact>
      {author && document[author] ? (
        <Fact label={words.factAuthor}>{textOf(document[author])}</Fact>
      ) : null}
      {agency && document[agency] ? (
        <Fact label={words.factAgency}>{textOf(document[agency])}</Fact>
      ) : null}
      {props.hops.length > 1 ? <Fact label={words.factHops}>{props.hops.join(' → ')}</Fact> : null}
      <Fact label={words.factMode}>{words[`mode_${proposal.mode}`]}</Fact>
      <Fact label={words.factFrozen}>
        {fill(words.frozen, { at })}
        <small>
          {words.frozenHash} <code>{proposal.sha256.slice(0, 16)}</code>
        </small>
      </Fact>
    </dl>
  )
}

const Fact = (props: { label: string; children: ReactNode }) => (
  <div>
    <dt>{props.label}</dt>
    <dd>{props.children}</dd>
  </div>
)

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
