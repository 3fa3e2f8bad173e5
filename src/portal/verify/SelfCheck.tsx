import type { ReactElement } from 'react'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import type { Proof } from './findProof.ts'
import { verifyWords } from './words.ts'

const KEYS = '/.well-known/jwks.json'

/** How anybody checks a text without trusting this page. */
export const SelfCheck = ({ site, proof }: { site: SiteView; proof: Proof }): ReactElement => {
  const words = verifyWords(site.locale)
  const name = `${proof.sha256}.json`
  return (
    <section aria-labelledby="self-check">
      <h2 id="self-check">{words.selfTitle}</h2>
      <ol className="steps">
        {proof.state === 'public' ? (
          <>
            <li>
              <a href={linkTo(site, `/kiem-chung/${name}`)} download={name}>
                {words.selfDownload}
              </a>
            </li>
            <li className="hash-line">{words.selfHash(`${proof.sha256.slice(0, 8)}….json`)}</li>
          </>
        ) : (
          <li>{words.noText}</li>
        )}
        {proof.release ? (
          <>
            <li>
              {words.selfKeys} <a href={KEYS}>{KEYS}</a>
            </li>
            <li>{words.selfAudit}</li>
          </>
        ) : null}
      </ol>
    </section>
  )
}
