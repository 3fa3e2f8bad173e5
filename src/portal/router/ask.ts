import type { ReactElement } from 'react'
import { renderPage } from '../page/renderPage.tsx'
import type { Alarm } from '../page/Notices.tsx'
import type { Place } from '../site/portalSite.ts'
import type { SiteView } from '../site/siteView.ts'
import type { PortalContext } from './portalContext.ts'

/** What is asked of a page. */
export type Ask = {
  context: PortalContext
  place: Place
  site: SiteView
  query: URLSearchParams
  alarms: readonly Alarm[]
}

/** What a page answers; whole, so that it can be kept. */
export type Answer = { status: number; body: string | Buffer; contentType: string }

/** Makes a page; `slug` is what its address names. */
export type PageMaker = (ask: Ask, slug: string) => Promise<Answer>

/** A page as an answer. */
export const html = (element: ReactElement, status = 200): Answer => ({
  status,
  body: renderPage(element),
  contentType: 'text/html; charset=utf-8',
})
