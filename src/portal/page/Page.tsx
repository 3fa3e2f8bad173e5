import type { ReactElement, ReactNode } from 'react'
import type { Locale } from '../site/portalSite.ts'
import type { SiteView } from '../site/siteView.ts'
import { canonicalOf, linkTo } from '../site/siteView.ts'
import { assetLinks } from '../styles/assetLinks.ts'
import { wordsOf } from '../words/wordsOf.ts'
import { Footer } from './Footer.tsx'
import { Masthead } from './Masthead.tsx'
import { Notices } from './Notices.tsx'
import type { Alarm } from './Notices.tsx'

/** What the shell of a page needs to know. */
export type PageProps = {
  site: SiteView
  locale: Locale
  title: string
  description?: string | undefined
  /** Path of this page within its site, e.g. `/tin/cau-moi`; leave out on pages without an address of their own. */
  rest?: string | undefined
  /** Address of the original, where this page shows a copy as it came. */
  original?: string | undefined
  /** Path within the site of the same page in the other language; leave out when there is none. */
  otherLanguage?: string | undefined
  /** Which entry of the menu is the current one: its path within the site. */
  active?: string | undefined
  /** A picture for previews; its address is absolute. */
  image?: { url: string; alt: string } | undefined
  /** Type for previews. @default 'website' */
  kind?: 'website' | 'article' | undefined
  /** Not for search engines: search results, forms, errors. */
  isUnlisted?: boolean | undefined
  /** Data for search engines (schema.org). */
  data?: Record<string, unknown> | undefined
  alarms?: readonly Alarm[] | undefined
  children: ReactNode
}

/** The shell around every page: head, masthead, menu, notices, `main`, footer. Complete without scripts. */
export const Page = (props: PageProps): ReactElement => {
  const { site, locale } = props
  const words = wordsOf(locale)
  const name = props.title === site.title ? site.title : `${props.title} – ${site.title}`
  const own = props.rest === undefined ? undefined : canonicalOf(site, props.rest)
  const canonical = props.original ?? own
  const other: Locale = locale === 'vi' ? 'en' : 'vi'
  const { otherLanguage } = props
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{name}</title>
        {assetLinks().fonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="" />
        ))}
        <link rel="stylesheet" href={assetLinks().styles(site.mastheadColour)} />
        <link rel="icon" href={assetLinks().icon} type="image/svg+xml" />
        {props.description ? <meta name="description" content={props.description} /> : null}
        {props.isUnlisted ? <meta name="robots" content="noindex" /> : null}
        {canonical ? <link rel="canonical" href={canonical} /> : null}
        {own && canonical === own && otherLanguage !== undefined ? (
          <>
            <link rel="alternate" hrefLang={locale} href={own} />
            <link rel="alternate" hrefLang={other} href={canonicalOf(site, otherLanguage, other)} />
            <link
              rel="alternate"
              hrefLang="x-default"
              href={locale === 'vi' ? own : canonicalOf(site, otherLanguage, other)}
            />
          </>
        ) : null}
        <link
          rel="alternate"
          type="application/atom+xml"
          title={site.title}
          href={linkTo(site, '/tin.atom')}
        />
        <meta property="og:title" content={props.title} />
        <meta property="og:type" content={props.kind ?? 'website'} />
        <meta property="og:site_name" content={site.title} />
        <meta property="og:locale" content={locale === 'vi' ? 'vi_VN' : 'en_GB'} />
        {canonical ? <meta property="og:url" content={canonical} /> : null}
        {props.description ? <meta property="og:description" content={props.description} /> : null}
        {props.image ? (
          <>
            <meta property="og:image" content={props.image.url} />
            <meta property="og:image:alt" content={props.image.alt} />
            <meta name="twitter:card" content="summary_large_image" />
          </>
        ) : null}
        {props.data ? (
          <script
            type="application/ld+json"
            dangerouslySetInnerHTML={{
              __html: JSON.stringify(props.data).replaceAll('<', '\\u003c'),
            }}
          />
        ) : null}
      </head>
      <body>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <Masthead site={site} active={props.active} otherLanguage={otherLanguage} />
        <Notices site={site} alarms={props.alarms ?? []} />
        <main id="main" tabIndex={-1}>
          {props.children}
        </main>
        <Footer site={site} />
      </body>
    </html>
  )
}
