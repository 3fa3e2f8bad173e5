import type { ReactElement } from 'react'
import type { PublicItem } from '#plugins/release-log/read.ts'
import type { SiteView } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { Moment } from './Day.tsx'
import { OriginLine } from './OriginLine.tsx'

/** Author, agency, time of publication and of the last change (P-15.2a). */
export const Byline = (props: { site: SiteView; item: PublicItem }): ReactElement => {
  const { item, site } = props
  const words = wordsOf(site.locale)
  const { author, sourceAgency } = item.body
  return (
    <p className="meta byline">
      {typeof author === 'string' && author ? (
        <span>
          {words.author}: <b>{author}</b>
        </span>
      ) : null}
      {typeof sourceAgency === 'string' && sourceAgency ? (
        <span>
          {words.agency}: {sourceAgency}
        </span>
      ) : null}
      <OriginLine site={site} item={item} />
      <span>
        {words.published} <Moment at={item.firstReleasedAt} locale={site.locale} />
      </span>
      {item.releasedAt === item.firstReleasedAt ? null : (
        <span>
          {words.updated} <Moment at={item.releasedAt} locale={site.locale} />
        </span>
      )}
    </p>
  )
}
