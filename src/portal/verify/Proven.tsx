import type { ReactElement } from 'react'
import { Moment } from '../parts/Day.tsx'
import type { Ask } from '../router/ask.ts'
import { menuHref } from '../site/menuHref.ts'
import { restOf } from '../site/addressOf.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'
import type { ChainPlace, Proof } from './findProof.ts'
import { SelfCheck } from './SelfCheck.tsx'
import { verifyWords } from './words.ts'

/** What a text is and what it rests on: state first, then the facts, then how to check them without us. */
export const Proven = ({ ask, proof }: { ask: Ask; proof: Proof }): ReactElement => {
  const { site } = ask
  const words = verifyWords(site.locale)
  const moment = (at: string) => <Moment at={at} locale={site.locale} />
  const address = proof.state === 'public' ? pageOf(ask, proof) : undefined
  const facts: [name: string, value: ReactElement | string | null][] = [
    [
      words.what,
      <span key="title" lang="vi">
        {proof.title}
      </span>,
    ],
    [words.kind, words.collections[proof.collection] ?? proof.collection],
    [words.site, siteName(ask, proof.log)],
    [words.decidedAt, moment(proof.decidedAt)],
    [words.decidedBy, words.capacities[proof.capacity] ?? proof.capacity],
    [words.releasedAt, moment(proof.releasedAt)],
    [words.replacedAt, proof.state === 'replaced' ? moment(proof.lastAt) : null],
    [words.withdrawnAt, proof.state === 'withdrawn' ? moment(proof.lastAt) : null],
    [words.logPlace, words.logText(proof.log, proof.seq)],
    [
      words.hash,
      <span key="hash" className="hash">
        {proof.sha256}
      </span>,
    ],
    [words.decisionEntry, placeText(proof.decision, words)],
    [words.releaseEntry, placeText(proof.release, words)],
    [
      words.key,
      proof.release ? (
        <span key="key" className="hash">
          {proof.release.keyId}
        </span>
      ) : null,
    ],
  ]
  return (
    <>
      <p className={`verdict verdict-${proof.state}`}>
        <strong>{words.states[proof.state]}</strong>
      </p>
      {proof.state === 'withdrawn' ? <Withdrawn ask={ask} proof={proof} /> : null}
      {address ? (
        <p>
          <a href={address}>{words.read}</a>
        </p>
      ) : null}
      {proof.state === 'replaced' && proof.newer ? (
        <p>
          <a href={linkTo(site, `/kiem-chung/${proof.newer}`)}>{words.newer}</a>
        </p>
      ) : null}
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {proof.release ? null : <p className="hint">{words.unsigned}</p>}
      <SelfCheck site={site} proof={proof} />
    </>
  )
}

const Withdrawn = ({ ask, proof }: { ask: Ask; proof: Proof }) => {
  const words = wordsOf(ask.site.locale)
  return (
    <p>
      {words.withdrawalTypes[proof.reasonCode ?? ''] ?? ''}
      {proof.explanation ? <span lang="vi"> {proof.explanation}</span> : null}
      {proof.redirectTo ? (
        <>
          {' '}
          <a href={menuHref(ask.place, proof.redirectTo)}>{words.withdrawnInstead}</a>
        </>
      ) : null}
    </p>
  )
}

const placeText = (place: ChainPlace | null, words: ReturnType<typeof verifyWords>) =>
  place ? (
    <>
      {words.entryText(place.board, place.n)}
      <br />
      <span className="hash">
        {words.entryHash} {place.hash}
      </span>
    </>
  ) : null

const siteName = (ask: Ask, log: string): string => {
  const { directory } = ask.context
  const site = directory.byCode(log) ?? directory.city()
  return site?.names[ask.site.locale] ?? site?.names.vi ?? log
}

const pageOf = (ask: Ask, proof: Proof): string | undefined => {
  const rest = restOf(proof)
  if (rest === undefined) return undefined
  if (proof.log === ask.place.site.code) return linkTo(ask.site, rest)
  const site = ask.context.directory.byCode(proof.log)
  if (!site?.isHostedHere) return undefined
  const basePath = site.kind === 'city' ? ask.context.publicUrl : `/s/${proof.log}`
  const locale = site.languages.includes(ask.site.locale) ? ask.site.locale : 'vi'
  return linkTo({ basePath, locale }, rest)
}
