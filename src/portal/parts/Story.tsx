import type { ReactElement } from 'react'
import type { PublicItem } from '#plugins/release-log/read.ts'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import { Day, Moment } from './Day.tsx'
import { Picture } from './Picture.tsx'
import { fileOf } from './releasedFile.ts'

/** What a list shows of an article. */
export type StoryItem = Pick<
  PublicItem,
  'id' | 'slug' | 'title' | 'lead' | 'cover' | 'categoryId' | 'firstReleasedAt'
>

/** How an article stands in a list. */
type Shape = 'front' | 'card' | 'row' | 'line'

const widths: Record<Shape, string> = {
  front: '(min-width: 62rem) 44rem, 92vw',
  card: '(min-width: 62rem) 18rem, (min-width: 40rem) 45vw, 92vw',
  row: '(min-width: 40rem) 14rem, 34vw',
  line: '',
}

/** An article in a list: picture, title, lead, time. The title is the only link, its area the whole card. */
export const Story = (props: {
  site: SiteView
  item: StoryItem
  shape: Shape
  /** Level of its heading. */
  level: 2 | 3
  /** Name of its section, where lists mix several. */
  section?: string | undefined
  isFirst?: boolean
}): ReactElement => {
  const { site, item, shape } = props
  const Heading = `h${props.level}` as const
  const cover = shape === 'line' ? undefined : fileOf(item.cover)
  return (
    <article className={`story story-${shape}`}>
      {cover ? (
        <div className="story-picture">
          <Picture
            file={cover}
            sizes={widths[shape]}
            isDecoration
            {...(props.isFirst ? { isFirst: true } : {})}
          />
        </div>
      ) : null}
      <div className="story-words">
        <Heading>
          <a href={linkTo(site, `/tin/${item.slug}`)}>{item.title}</a>
        </Heading>
        {shape !== 'line' && shape !== 'card' && item.lead ? (
          <p className="story-lead">{item.lead}</p>
        ) : null}
        <p className="meta">
          {shape === 'front' ? (
            <Moment at={item.firstReleasedAt} locale={site.locale} />
          ) : (
            <Day at={item.firstReleasedAt} />
          )}
          {props.section ? <span>{props.section}</span> : null}
        </p>
      </div>
    </article>
  )
}
