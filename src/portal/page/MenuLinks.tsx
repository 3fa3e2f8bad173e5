import type { ReactElement } from 'react'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'

/** The site's released menu, home first. */
export const MenuLinks = (props: { site: SiteView; active: string | undefined }): ReactElement => {
  const { site } = props
  const links = [{ label: wordsOf(site.locale).home, href: linkTo(site, '/') }, ...site.menu]
  const current = props.active === undefined ? undefined : linkTo(site, props.active)
  return (
    <ul className="menu">
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} {...(link.href === current ? { 'aria-current': 'true' } : {})}>
            {link.label}
          </a>
        </li>
      ))}
    </ul>
  )
}
