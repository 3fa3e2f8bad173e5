import type { ReactElement } from 'react'
import type { Correction } from '../lists/corrections.ts'
import type { SiteView } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { Day } from './Day.tsx'

/** That and why a text was corrected, in a box above it. */
export const Corrections = (props: {
  site: SiteView
  corrections: readonly Correction[]
}): ReactElement | null => {
  const words = wordsOf(props.site.locale)
  if (props.corrections.length === 0) return null
  return (
    <aside className="box" aria-labelledby="corrections">
      <h2 id="corrections">{words.correction}</h2>
      {props.corrections.map((one) => (
        <p key={one.at}>
          {words.correctionOn} <Day at={one.at} />
          {one.explanation ? (
            <>
              {': '}
              <span {...(props.site.locale === 'vi' ? {} : { lang: 'vi' })}>{one.explanation}</span>
            </>
          ) : null}
        </p>
      ))}
    </aside>
  )
}
