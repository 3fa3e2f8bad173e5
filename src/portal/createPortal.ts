import { Router } from 'express'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Pool } from 'pg'
import type { PublicReader, ReleaseCache, SequenceWatch } from '#plugins/release-log/read.ts'
import { createAlarms } from './alarm/createAlarms.ts'
import type { QuickAnswer } from './http/createPageCache.ts'
import { createPageCache } from './http/createPageCache.ts'
import { faultOf } from './http/faultOf.ts'
import { sendAnswer } from './http/sendAnswer.ts'
import { showError } from './pages/showError.tsx'
import { showFault } from './pages/showFault.ts'
import { methodNotAllowed, notFound } from './router/badInput.ts'
import type { PortalContext, PortalLocals } from './router/portalContext.ts'
import type { PublicRecord } from './record/publicRecord.ts'
import { createFrames } from './site/createFrames.ts'
import type { SiteDirectory } from './site/siteDirectory.ts'
import { siteOf } from './site/siteOf.ts'
import type { Assets } from './styles/createAssets.ts'
import { serveAssets } from './styles/serveAssets.ts'

/** What the portal is made of. */
export type PortalOptions = {
  pool: Pool
  reader: PublicReader
  watch: SequenceWatch
  cache: ReleaseCache
  directory: SiteDirectory
  assets: Assets
  /** The address of the city without a trailing slash. */
  publicUrl: string
  /** Working days within which a question is answered; null when no rule names any. */
  answerWorkingDays: () => number | null
  /** How sites kept their update windows. @default not shown */
  record?: PublicRecord | undefined
  /** A site's articles as an Atom document. @default there is none */
  articleFeed?: PortalContext['articleFeed']
  /** What is public for machines, for the page that tells of it. @default there is no such page */
  apiParts?: PortalContext['apiParts']
  now?: () => number
  /** Routes that are more than released pages, such as forms; they see `req.url` within the site. */
  routes?: (context: PortalContext) => RequestHandler
  /** Hears of faults that are ours. */
  onFault: (error: unknown) => void
}

/** The citizens' pages of every site: released content only, whole HTML, no scripts. */
export const createPortal = (
  options: PortalOptions,
): { handle: RequestHandler; answerQuickly: QuickAnswer } => {
  const { directory, reader, watch, now = Date.now } = options
  const frames = createFrames({ reader, watch, directory, publicUrl: options.publicUrl })
  const alarms = createAlarms({ reader, watch, now })
  const context: PortalContext = {
    reader,
    directory,
    pool: options.pool,
    publicUrl: options.publicUrl,
    answerWorkingDays: options.answerWorkingDays,
    record: options.record,
    articleFeed: options.articleFeed,
    apiParts: options.apiParts,
    now,
    showSite: frames.show,
    showAlarms: async ({ site, locale }) => (await alarms.read(site.code, locale)).alarms,
  }
  const pages = createPageCache({ context, alarms, cache: options.cache })
  const router = Router()

  router.use(serveAssets(options.assets))
  router.use((req, res, next) => {
    const place = siteOf({ directory, host: req.headers.host ?? '', path: req.path })
    if (place) Object.assign(res.locals, { place } satisfies PortalLocals)
    next(place ? undefined : notFound())
  })
  const routes = options.routes?.(context)
  if (routes) router.use(within(routes))
  router.use(async (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') throw methodNotAllowed()
    const { place } = res.locals as PortalLocals // set above
    sendAnswer(req, res, await pages.answer({ place, host: req.headers.host ?? '', url: req.url }))
  })
  const answerError: ErrorRequestHandler = async (error: unknown, req, res, next) => {
    if (res.headersSent) return next(error)
    const fault = faultOf(error)
    if (fault.status >= 500) options.onFault(error)
    if (fault.status === 405) res.set('allow', 'GET, HEAD')
    if (fault.status === 503) res.set('retry-after', '5')
    const place =
      (res.locals as Partial<PortalLocals>).place ?? // an unknown site or language is told in the city's frame
      siteOf({ directory, host: '', path: req.path.startsWith('/en') ? '/en' : '/' })
    const page = await (
      place ? Promise.all([frames.show(place), context.showAlarms(place)]) : Promise.reject(fault)
    )
      .then(([site, inForce]) => Buffer.from(showError(site, fault, inForce).body))
      .catch(() => showFault(fault, req.path))
    sendAnswer(req, res, {
      status: fault.status,
      body: page,
      contentType: 'text/html; charset=utf-8',
      etag: '',
    })
  }
  router.use(answerError)
  return { handle: router, answerQuickly: pages.answerQuickly }
}

/** Hands a request to routes that know nothing of sites and languages in the path. */
const within =
  (routes: RequestHandler): RequestHandler =>
  (req, res, next) => {
    const { url } = req
    const cut = url.indexOf('?')
    req.url = (res.locals as PortalLocals).place.rest + (cut < 0 ? '' : url.slice(cut)) // set before
    return routes(req, res, (error?: unknown) => {
      req.url = url
      next(error)
    })
  }
