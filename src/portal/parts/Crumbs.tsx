import type { ReactElement } from 'react'
import type { MenuLink, SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'

/** Where a page stands: home and the pages above it. */
export const Crumbs = (props: { site: SiteView; above?: readonly MenuLink[] }): ReactElement => {
  const words = wordsOf(props.site.locale)
  const links = [{ label: words.home, href: linkTo(props.site, '/') }, ...(props.above ?? [])]
  return (
    <nav className="crumbs" aria-label={words.you}>
      <ol>
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
