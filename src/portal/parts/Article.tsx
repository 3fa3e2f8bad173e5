import type { ReactElement } from 'react'
import type { PublicItem } from '#plugins/release-log/read.ts'
import type { Correction } from '../lists/corrections.ts'
import { RichText } from '../richText/RichText.tsx'
import type { SiteView } from '../site/siteView.ts'
import { VerifyLink } from '../verify/VerifyLink.tsx'
import { wordsOf } from '../words/wordsOf.ts'
import { Byline } from './Byline.tsx'
import { Corrections } from './Corrections.tsx'
import { Files } from './Files.tsx'
import { Picture } from './Picture.tsx'
import { fileOf, filesOf } from './releasedFile.ts'

/** The text of an article: corrections on top, then title, lead, byline, picture, body, attachments. */
export const Article = (props: {
  site: SiteView
  item: PublicItem
  corrections: readonly Correction[]
  /** Hash of the release. */
  sha256: string
}): ReactElement => {
  const { site, item } = props
  const words = wordsOf(site.locale)
  const cover = fileOf(item.cover)
  const isForeign = item.locale !== site.locale
  return (
    <article className="article">
      <div className="column">
        {isForeign ? <p className="hint">{words.onlyVietnamese}</p> : null}
        <Corrections site={site} corrections={props.corrections} />
        <div {...(isForeign ? { lang: item.locale } : {})}>
          <h1>{item.title}</h1>
          {item.lead ? <p className="lead">{item.lead}</p> : null}
        </div>
        <Byline site={site} item={item} />
      </div>
      {cover ? (
        <figure className="cover">
          <Picture file={cover} sizes="(min-width: 62rem) 54rem, 92vw" isFirst />
          {cover.credit ? <figcaption>{cover.credit}</figcaption> : null}
        </figure>
      ) : null}
      <div className="column">
        <div {...(isForeign ? { lang: item.locale } : {})}>
          <RichText value={item.body.body} />
        </div>
        <Files title={words.attachments} files={filesOf(item.body.attachments)} />
        <VerifyLink site={site} sha256={props.sha256} />
      </div>
    </article>
  )
}
