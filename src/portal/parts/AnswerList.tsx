import type { ReactElement } from 'react'
import type { PublicItem } from '#plugins/release-log/read.ts'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { Day } from './Day.tsx'

/** Answered questions as a list. */
export const AnswerList = (props: {
  site: SiteView
  items: readonly PublicItem[]
  level: 2 | 3
}): ReactElement => {
  const { site } = props
  const Heading = `h${props.level}` as const
  if (props.items.length === 0) return <p className="empty">{wordsOf(site.locale).nothingHere}</p>
  return (
    <ul className="answers">
      {props.items.map((item) => (
        <li key={item.id}>
          <Heading>
            <a href={linkTo(site, `/hoi-dap/${item.slug}`)}>{item.title}</a>
          </Heading>
          <p className="meta">
            <Day at={item.firstReleasedAt} />
            {item.kindCode ? <span>{item.kindCode}</span> : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
