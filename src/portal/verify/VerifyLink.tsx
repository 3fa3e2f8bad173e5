import type { ReactElement } from 'react'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import { verifyWords } from './words.ts'

/** The way from what somebody reads to its proof. */
export const VerifyLink = (props: { site: SiteView; sha256: string }): ReactElement | null =>
  props.sha256 === '' ? null : (
    <p className="meta verify-link">
      <a href={linkTo(props.site, `/kiem-chung/${props.sha256}`)} rel="nofollow">
        {verifyWords(props.site.locale).verify}
      </a>
      <span className="hash">SHA-256 {props.sha256.slice(0, 12)}…</span>
    </p>
  )
