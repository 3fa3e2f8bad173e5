import type { ReactNode } from 'react'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { readFrozenText } from '../copies/frozenText.ts'
import { crossPosted } from '../options.ts'
import type { ProposalRead } from '../proposals/readProposal.ts'
import type { StatedOrigin } from '../types.ts'
import type { CrossPostingWords } from './crossPostingWords.ts'
import { proposalWords } from './proposalWords.ts'

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
  const said = proposalWords(language)
  const { proposal, origin } = read
  const at = momentText(proposal.offeredAt, language)
  const { document } = readFrozenText(proposal.collection, read.offered)
  const { author, agency } = crossPosted(proposal.collection)?.attribution ?? {}
  const name = proposal.offeredByName ?? said.somebody
  return (
    <dl className="coloa-xp-facts">
      <Fact label={said.factFrom}>{props.from}</Fact>
      <Fact label={said.factTo}>{props.to}</Fact>
      <Fact label={said.factWhy}>{fill(said[`why_${proposal.reason}`], { name, at })}</Fact>
      {proposal.note ? (
        <Fact label={said.factNote}>
          <q>{proposal.note}</q>
        </Fact>
      ) : null}
      <Fact label={said.factOrigin}>
        <a href={origin.url} rel="noreferrer" target="_blank">
          {fill(said.openOrigin, { site: origin.siteName })}
        </a>
        , {fill(words.firstPublished, { at: momentText(origin.publishedAt, language) })}
      </Fact>
      {proposal.statedOrigin ? (
        <Fact label={said.factStatedOrigin}>
          <Stated origin={proposal.statedOrigin} />
        </Fact>
      ) : null}
      {author && document[author] ? (
        <Fact label={said.factAuthor}>{textOf(document[author])}</Fact>
      ) : null}
      {agency && document[agency] ? (
        <Fact label={said.factAgency}>{textOf(document[agency])}</Fact>
      ) : null}
      {props.hops.length > 1 ? <Fact label={said.factHops}>{props.hops.join(' → ')}</Fact> : null}
      <Fact label={said.factMode}>{said[`mode_${proposal.mode}`]}</Fact>
      <Fact label={said.factFrozen}>
        {fill(said.frozen, { at })}
        <small>
          {said.frozenHash} <code>{proposal.sha256.slice(0, 16)}</code>
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

const Stated = ({ origin }: { origin: StatedOrigin }) => {
  const name = origin.siteName || origin.site
  return origin.url ? (
    <a href={origin.url} rel="noreferrer" target="_blank">
      {name}
    </a>
  ) : (
    name
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
