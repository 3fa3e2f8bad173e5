import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { CachedAnswer, ReleaseCache } from '#plugins/release-log/read.ts'
import type { Alarms } from '../alarm/createAlarms.ts'
import { badParameter, notFound } from '../router/badInput.ts'
import { pageOf } from '../router/pageOf.ts'
import type { PageEntry } from '../router/pageOf.ts'
import type { PortalContext } from '../router/portalContext.ts'
import type { Locale, Place } from '../site/portalSite.ts'
import { sendAnswer } from './sendAnswer.ts'

/** A page that is in memory and certainly current, as a way to send it; undefined when there is none. */
export type QuickAnswer = (
  request: IncomingMessage,
) => ((response: ServerResponse, headers: OutgoingHttpHeaders) => void) | undefined

/** How long a page that time changes is kept. */
const QUARTER_MS = 15 * 60_000

type Asked = { place: Place; host: string; url: string }

/** What a known address means, so that a warm page needs no routing. */
type Shortcut = {
  base: string
  logs: readonly string[]
  log: string
  locale: Locale
  version: number
  /** Version of what no release changes, when the page shows it. */
  record: string | undefined
}

/**
 * Pages in memory. A page holds as long as the sequence of its logs, the registry of sites and the emergencies in force
 * are what they were when it was made.
 */
export const createPageCache = (options: {
  context: PortalContext
  alarms: Alarms
  cache: ReleaseCache
}): { answer: (asked: Asked) => Promise<CachedAnswer>; answerQuickly: QuickAnswer } => {
  const { context, alarms, cache } = options
  const { directory } = context
  const shortcuts = new LRUCache<string, Shortcut>({ max: 10_000 })

  const answer = async (asked: Asked): Promise<CachedAnswer> => {
    const { place } = asked
    const entry = pageOf(place.rest)
    if (!entry) throw notFound()
    const query = readQuery(asked.url, entry)
    const log = place.site.code
    const record = entry.isOfRecord ? context.record?.version() : undefined
    const quarter = entry.isOfTime ? Math.floor(context.now() / QUARTER_MS) : undefined
    const shortcut: Shortcut = {
      base: [
        directory.version(),
        place.basePath,
        log,
        place.locale,
        place.rest,
        query,
        ...(record === undefined ? [] : [record]),
        ...(quarter === undefined ? [] : [quarter]),
      ].join('|'),
      logs: entry.isOfAllSites ? [] : [log, 'common'],
      log,
      locale: place.locale,
      version: directory.version(),
      record,
    }
    const { key, alarms: shown } = await alarms.read(log, place.locale)
    const done = await cache.get({
      logs: shortcut.logs,
      key: `${shortcut.base}|${key}`,
      fill: async () => {
        const site = await context.showSite(place)
        return entry.make({ context, place, site, query, alarms: shown }, entry.slug)
      },
    })
    if (asked.url.length < 300 && quarter === undefined)
      shortcuts.set(`${asked.host}\n${asked.url}`, shortcut)
    return done
  }

  const answerQuickly: QuickAnswer = (request) => {
    const shortcut = shortcuts.get(`${request.headers.host}\n${request.url}`)
    if (!shortcut || shortcut.version !== directory.version()) return undefined
    if (shortcut.record !== undefined && shortcut.record !== context.record?.version())
      return undefined
    const state = alarms.peek(shortcut.log, shortcut.locale)
    if (!state) return undefined
    const ready = cache.peek({ logs: shortcut.logs, key: `${shortcut.base}|${state.key}` })
    return ready && ((response, headers) => sendAnswer(request, response, ready, { headers }))
  }
  return { answer, answerQuickly }
}

/** The parameters a page knows, each once; others do not make another page. @throws bad_parameter */
const readQuery = (url: string, entry: PageEntry): URLSearchParams => {
  const cut = url.indexOf('?')
  const given = new URLSearchParams(cut < 0 ? '' : url.slice(cut))
  const known = new URLSearchParams()
  for (const name of entry.parameters) {
    const [value, ...more] = given.getAll(name)
    if (more.length > 0) throw badParameter(name)
    if (value !== undefined) known.set(name, value)
  }
  return known
}
