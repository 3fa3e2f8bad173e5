import type { ReactElement } from 'react'
import type { SiteView } from '../site/siteView.ts'
import { linkTo } from '../site/siteView.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { Emblem } from '#kit/Emblem.tsx'
import { MenuLinks } from './MenuLinks.tsx'
import { SearchForm } from './SearchForm.tsx'

/** Name of the site, language, search and menu. On a phone menu and search are two buttons with words. */
export const Masthead = (props: {
  site: SiteView
  active: string | undefined
  otherLanguage: string | undefined
}): ReactElement => {
  const { site } = props
  const words = wordsOf(site.locale)
  const other = site.locale === 'vi' ? 'en' : 'vi'
  const language = site.languages.includes(other) ? (
    <a
      className="language"
      lang={other}
      hrefLang={other}
      href={linkTo(site, props.otherLanguage ?? '/', other)}
    >
      {words.otherLanguage}
    </a>
  ) : null
  const menu = <MenuLinks site={site} active={props.active} />
  return (
    <header className="masthead">
      <div className="wrap masthead-row">
        <a className="brand" href={linkTo(site, '/')}>
          <Emblem />
          <span className="brand-words">
            {site.unitLine ? <span className="brand-unit">{site.unitLine}</span> : null}
            <span className="brand-name">{site.title}</span>
          </span>
        </a>
        <div className="wide masthead-search">
          <SearchForm site={site} id="q-top" />
        </div>
        <div className="wide">{language}</div>
      </div>
      <nav className="wide menu-wide" aria-label={words.mainMenu}>
        <div className="wrap">{menu}</div>
      </nav>
      <div className="narrow wrap masthead-buttons">
        <details className="drawer">
          <summary>{words.menu}</summary>
          <nav aria-label={words.mainMenu}>{menu}</nav>
        </details>
        <details className="drawer">
          <summary>{words.search}</summary>
          <SearchForm site={site} id="q-phone" />
        </details>
        {language}
      </div>
    </header>
  )
}
