import type { ReactElement } from 'react'
import type { SiteView } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { Pager } from './Pager.tsx'
import type { Paging } from './Pager.tsx'
import { Story } from './Story.tsx'
import type { StoryItem } from './Story.tsx'

/** A page of a list of articles with the number of all. */
export const StoryList = (props: {
  site: SiteView
  items: readonly StoryItem[]
  total: number
  paging: Paging
  href: (page: number) => string
  hasSections?: boolean
}): ReactElement => {
  const { site } = props
  const words = wordsOf(site.locale)
  if (props.items.length === 0) return <p className="empty">{words.nothingHere}</p>
  return (
    <>
      <p className="count">{words.storyCount(props.total)}</p>
      <div className="stories">
        {props.items.map((item, index) => (
          <Story
            key={item.id}
            site={site}
            item={item}
            shape="row"
            level={2}
            isFirst={index === 0}
            section={
              props.hasSections
                ? site.sections.find((one) => one.id === item.categoryId)?.title
                : undefined
            }
          />
        ))}
      </div>
      <Pager site={site} paging={props.paging} href={props.href} />
    </>
  )
}
