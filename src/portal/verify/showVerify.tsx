import { Page } from '../page/Page.tsx'
import { html } from '../router/ask.ts'
import type { PageMaker } from '../router/ask.ts'
import { findProof, findPublicText } from './findProof.ts'
import { badHash, notPublicNow, unknownHash } from './proofFaults.ts'
import { Proven } from './Proven.tsx'
import { VerifyForm } from './VerifyForm.tsx'
import { verifyWords } from './words.ts'

/**
 * `/kiem-chung`: where a hash is entered, and with one what it is.
 *
 * @throws bad_hash, unknown_hash
 */
export const showVerify: PageMaker = async (ask, slug) => {
  const typed = ask.query.get('sha256')
  if (typed !== null) return showProof(ask, typed.replace(/\s/g, '').toLowerCase())
  if (slug !== '') return showProof(ask, slug)
  const { site } = ask
  const words = verifyWords(site.locale)
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={words.title}
      description={words.lead}
      rest="/kiem-chung"
      otherLanguage={site.languages.includes(other(site.locale)) ? '/kiem-chung' : undefined}
      alarms={ask.alarms}
    >
      <div className="wrap column">
        <h1>{words.title}</h1>
        <p className="lead">{words.lead}</p>
        <VerifyForm site={site} />
      </div>
    </Page>,
  )
}

/**
 * `/kiem-chung/<sha256>.json`: the canonical text, to the byte, of what is public now.
 *
 * @throws bad_hash, unknown_hash, not_public_now
 */
export const showCanonicalText: PageMaker = async ({ context }, slug) => {
  demandHash(slug)
  const body = await findPublicText(context.pool, slug)
  if (body !== null) return { status: 200, body, contentType: 'application/json; charset=utf-8' }
  throw (await findProof(context.pool, slug)) ? notPublicNow() : unknownHash()
}

const showProof: PageMaker = async (ask, sha256) => {
  demandHash(sha256)
  const proof = await findProof(ask.context.pool, sha256)
  if (!proof) throw unknownHash()
  const { site } = ask
  const words = verifyWords(site.locale)
  const rest = `/kiem-chung/${sha256}`
  return html(
    <Page
      site={site}
      locale={site.locale}
      title={words.title}
      description={`${proof.title}: ${words.states[proof.state]}`}
      rest={rest}
      otherLanguage={site.languages.includes(other(site.locale)) ? rest : undefined}
      isUnlisted
      alarms={ask.alarms}
    >
      <div className="wrap column">
        <h1>{words.title}</h1>
        <Proven ask={ask} proof={proof} />
        <VerifyForm site={site} value={sha256} />
      </div>
    </Page>,
  )
}

const demandHash = (text: string): void => {
  if (!/^[0-9a-f]{64}$/.test(text)) throw badHash()
}

const other = (locale: 'vi' | 'en') => (locale === 'vi' ? 'en' : 'vi')
