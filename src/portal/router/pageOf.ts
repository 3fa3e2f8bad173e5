import { showApiDocs } from '../apiDocs/showApiDocs.tsx'
import { showAnswer } from '../pages/showAnswer.tsx'
import { showAnswers } from '../pages/showAnswers.tsx'
import { showArticle } from '../pages/showArticle.tsx'
import { showCitySites } from '../pages/showCitySites.tsx'
import { showDocument } from '../pages/showDocument.tsx'
import { showDocuments } from '../pages/showDocuments.tsx'
import { showFeed } from '../pages/showFeed.ts'
import { showFixedPage } from '../pages/showFixedPage.tsx'
import { showHome } from '../pages/showHome.tsx'
import { showNews, showSection } from '../pages/showNews.tsx'
import { showNewsSitemap } from '../pages/showNewsSitemap.ts'
import { showRobots } from '../pages/showRobots.ts'
import { showSearch } from '../pages/showSearch.tsx'
import { showSitemap } from '../pages/showSitemap.ts'
import { showRecord } from '../record/showRecord.tsx'
import { showCanonicalText, showVerify } from '../verify/showVerify.tsx'
import type { PageMaker } from './ask.ts'

/** A page, the parameters its address may have, and whether it shows other sites' content. */
export type PageEntry = {
  make: PageMaker
  slug: string
  parameters: readonly string[]
  isOfAllSites: boolean
  /** Whether it tells how sites kept their windows, which no release changes. */
  isOfRecord: boolean
  /** Whether time alone changes it. */
  isOfTime: boolean
}

type Row = [
  make: PageMaker,
  parameters?: readonly string[],
  isOfAllSites?: boolean,
  isOfRecord?: boolean,
]

const whole = new Map<string, Row>([
  ['/', [showHome]],
  ['/tin', [showNews, ['page']]],
  ['/tin.atom', [showFeed]],
  ['/van-ban', [showDocuments, ['kind', 'year', 'number', 'page']]],
  ['/hoi-dap', [showAnswers, ['page']]],
  ['/tim-kiem', [showSearch, ['q', 'page'], true]],
  ['/trang-thanh-phan', [showCitySites]],
  ['/kiem-chung', [showVerify, ['sha256'], true]],
  ['/minh-bach', [showRecord, [], false, true]],
  ['/api/docs', [showApiDocs]],
  ['/sitemap.xml', [showSitemap, ['page']]],
  ['/news-sitemap.xml', [showNewsSitemap]],
  ['/robots.txt', [showRobots]],
])

const named = new Map<string, Row>([
  ['chuyen-muc', [showSection, ['page']]],
  ['tin', [showArticle]],
  ['van-ban', [showDocument]],
  ['trang', [showFixedPage]],
  ['hoi-dap', [showAnswer]],
  ['kiem-chung', [showVerify, [], true]],
  ['kiem-chung.json', [showCanonicalText, [], true]],
])

/** What English readers may type leads to the same pages, whose own address is the other one. */
const english = [
  [/^\/verify(?=\/|$)/, '/kiem-chung'],
  [/^\/transparency$/, '/minh-bach'],
] as const

/** The page at a path within a site; a trailing slash is not another page. */
export const pageOf = (rest: string): PageEntry | undefined => {
  const typed = rest.length > 1 ? rest.replace(/\/$/, '') : rest
  const path = english.reduce((text, [from, to]) => text.replace(from, to), typed)
  const match = /^\/([a-z-]+)\/([a-z0-9-]{1,160})(\.json)?$/.exec(path)
  const row = whole.get(path) ?? (match ? named.get(`${match[1]}${match[3] ?? ''}`) : undefined)
  if (!row) return undefined
  const [make, parameters = [], isOfAllSites = false, isOfRecord = false] = row
  const isOfTime = make === showNewsSitemap
  return { make, slug: match?.[2] ?? '', parameters, isOfAllSites, isOfRecord, isOfTime }
}
