import type { ReactElement } from 'react'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'

/** Who is responsible, how to reach them, and the ways into the site. */
export const Footer = (props: { site: SiteView }): ReactElement => {
  const { site } = props
  const words = wordsOf(site.locale)
  const { address, phone, email } = site.contact
  return (
    <footer className="footer">
      <div className="wrap footer-columns">
        <section aria-labelledby="footer-contact">
          <h2 id="footer-contact">{site.title}</h2>
          {site.unitLine ? <p>{site.unitLine}</p> : null}
          {address ? (
            <p>
              {words.address}: {address}
            </p>
          ) : null}
          {phone ? (
            <p>
              {words.phone}: <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
            </p>
          ) : null}
          {email ? (
            <p>
              {words.email}: <a href={`mailto:${email}`}>{email}</a>
            </p>
          ) : null}
        </section>
        <nav aria-label={words.sections}>
          <h2>{words.sections}</h2>
          <ul>
            {site.sections.map((section) => (
              <li key={section.id}>
                <a href={linkTo(site, `/chuyen-muc/${section.slug}`)}>{section.title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label={words.menu}>
          <h2>{words.menu}</h2>
          <ul>
            {site.menu.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
            <li>
              {site.kind === 'city' ? (
                <a href={linkTo(site, '/trang-thanh-phan')}>{words.citySites}</a>
              ) : (
                <a href="/">{words.city}</a>
              )}
            </li>
            <li>
              <a href={linkTo(site, '/tin.atom')}>{words.feed}</a>
            </li>
          </ul>
        </nav>
      </div>
      <p className="wrap footer-end">{words.source}</p>
    </footer>
  )
}
