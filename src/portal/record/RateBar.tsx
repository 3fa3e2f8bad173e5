import type { ReactElement } from 'react'
import type { Locale } from '../site/portalSite.ts'
import type { Kept } from './publicRecord.ts'
import { recordWords } from './words.ts'

/** A rate as a figure and a bar; never rounded up to the whole. */
export const RateBar = ({ kept, locale }: { kept: Kept; locale: Locale }): ReactElement => {
  if (kept.owed === 0) return <>{recordWords(locale).nothing}</>
  const tenths = Math.floor((kept.met / kept.owed) * 1000 + 1e-9) / 10
  const text = tenths.toLocaleString(locale === 'en' ? 'en-GB' : 'vi-VN')
  return (
    <span className="rate">
      <span className="rate-figure">{locale === 'en' ? `${text}%` : `${text} %`}</span>
      <svg
        className="rate-bar"
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect className="rate-ground" width="100" height="10" />
        <rect className="rate-met" width={tenths} height="10" />
      </svg>
    </span>
  )
}
