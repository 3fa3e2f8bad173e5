import type { ReactElement } from 'react'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import { Story } from './Story.tsx'
import type { StoryItem } from './Story.tsx'

/** The newest of one section: the first with its picture, the others as lines. */
export const SectionBlock = (props: {
  site: SiteView
  section: { id: number; slug: string; title: string }
  items: readonly StoryItem[]
}): ReactElement | null => {
  const { site, section } = props
  const [first, ...others] = props.items
  if (!first) return null
  const id = `section-${section.slug}`
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>
        <a href={linkTo(site, `/chuyen-muc/${section.slug}`)}>{section.title}</a>
      </h2>
      <Story site={site} item={first} shape="card" level={3} />
      {others.slice(0, 2).map((item) => (
        <Story key={item.id} site={site} item={item} shape="line" level={3} />
      ))}
    </section>
  )
}
