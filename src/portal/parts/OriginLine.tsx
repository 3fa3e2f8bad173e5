import type { ReactElement } from 'react'
import type { PublicItem } from '#plugins/release-log/read.ts'
import type { SiteView } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { Moment } from './Day.tsx'
import { originOf } from './originOf.ts'

/** Of something taken from another site: which, with a link to the original, when it was published there, and whether it was edited here. */
export const OriginLine = (props: {
  site: SiteView
  item: Pick<PublicItem, 'body'>
}): ReactElement | null => {
  const origin = originOf(props.item)
  if (!origin) return null
  const words = wordsOf(props.site.locale)
  return (
    <>
      <span>
        {words.takenFrom}{' '}
        <a href={origin.url} rel="noopener">
          {origin.siteName}
        </a>
      </span>
      <span>
        {words.firstPublished} <Moment at={origin.publishedAt} locale={props.site.locale} />
      </span>
      {origin.isAdapted ? <span>{words.adapted}</span> : null}
    </>
  )
}
