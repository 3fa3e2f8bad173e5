import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GovernedCollection } from '#kit/governed.ts'
import { errorBody, PortalError } from '#kit/portalError.ts'
import type { CachedAnswer, ReleaseCache } from '../createReleaseCache.ts'
import type { PublicReader } from '../createPublicReader.ts'
import type { SequenceWatch } from '../createSequenceWatch.ts'
import { askSearch } from './askSearch.ts'
import { pageShape } from './pageShape.ts'
import { parseQuery } from './parseQuery.ts'
import { createPlanCache } from './planCache.ts'
import { createTotalMemory } from './totalMemory.ts'
import { statement } from '../statement.ts'

/** What the public REST is made of. */
export type PublicRestOptions = {
  reader: PublicReader
  governed: readonly GovernedCollection[]
  /** Content languages, default first. @default ['vi', 'en'] */
  locales?: readonly string[]
  /** Answers 304, and gives the ETag of uncached answers. */
  watch?: SequenceWatch
  /** Serves from memory; leave out to ask the database each time. */
  cache?: ReleaseCache
  /** Writes a ready answer, such as one that packs it. @default as it is, 304 where the tag is the visitor's */
  send?: SendReady
}

/** Writes an answer to a request. */
export type SendReady = (
  request: IncomingMessage,
  response: ServerResponse,
  answer: CachedAnswer,
) => void

type Target = { governed?: GovernedCollection; id?: string; query: string; url: string }

/** Answers a request, or says `false` when it is not an anonymous read of a governed collection. */
export type PublicRest = {
  /** `onFault` is given what would be an error, instead of the visitor. */
  (request: IncomingMessage, response: ServerResponse, onFault?: (error: unknown) => void): boolean
  /** Whether it would answer. */
  claims: (request: IncomingMessage) => boolean
}

/**
 * Anonymous `GET` and `HEAD` of `/api/<governed>`, `/api/<governed>/<id>` and `/api/search` in Payload's response shape,
 * from released rows alone. Plain `http`, so that it can stand before a framework.
 *
 * @example http.createServer((req, res) => { if (!rest(req, res)) app(req, res) })
 */
export const createPublicRest = (options: PublicRestOptions): PublicRest => {
  const { watch, cache, send = sendPlain } = options
  const bySlug = new Map(options.governed.map((one) => [one.slug, one]))
  const { locales = ['vi', 'en'] } = options
  const planOf = createPlanCache(locales)
  const totalOf = createTotalMemory({ pool: options.reader.pool, watch })
  const asking = { options, locales, planOf, totalOf }

  const answer = async (target: Target): Promise<CachedAnswer> => {
    const fill = () => ask(asking, target)
    if (cache) return cache.get({ logs: [], key: target.url, fill })
    const version = watch ? await versionOf(watch) : undefined
    const { body, contentType, status } = await fill()
    return { body: Buffer.from(body), contentType, status, etag: version ? `"${version}"` : '' }
  }

  const find = (request: IncomingMessage): Target | undefined => {
    const { url = '', method } = request
    if (!url.startsWith('/api/') || isSignedIn(request)) return undefined
    return method === 'GET' || method === 'HEAD' ? targetOf(url, bySlug) : undefined
  }

  const rest = (
    request: IncomingMessage,
    response: ServerResponse,
    onFault = (error: unknown) => sendError(request, response, error),
  ): boolean => {
    const target = find(request)
    if (!target) return false
    const ready = cache?.peek({ logs: [], key: target.url })
    if (ready) {
      send(request, response, ready)
      return true
    }
    const isSame = !cache && watch && matchesVersion(request, watch)
    if (isSame) {
      response.writeHead(304, { etag: isSame }).end()
      return true
    }
    answer(target).then((given) => send(request, response, given), onFault)
    return true
  }
  return Object.assign(rest, { claims: (request: IncomingMessage) => find(request) !== undefined })
}

const targetOf = (url: string, bySlug: Map<string, GovernedCollection>): Target | undefined => {
  const cut = url.indexOf('?')
  const [, , slug = '', id, more] = (cut < 0 ? url : url.slice(0, cut)).split('/')
  const query = cut < 0 ? '' : url.slice(cut + 1)
  if (slug === 'search' && id === undefined) return { query, url }
  const governed = bySlug.get(slug)
  if (!governed || more !== undefined || (id !== undefined && !/^\d+$/.test(id))) return undefined
  return { governed, query, url, ...(id === undefined ? {} : { id }) }
}

type Asking = {
  options: PublicRestOptions
  locales: readonly string[]
  planOf: ReturnType<typeof createPlanCache>
  totalOf: ReturnType<typeof createTotalMemory>
}

const ask = async ({ options, locales, planOf, totalOf }: Asking, target: Target) => {
  const { reader } = options
  const contentType = 'application/json; charset=utf-8'
  const { governed } = target
  if (!governed) {
    const query = parseQuery(target.query)
    return { body: await askSearch({ reader, query, locales }), contentType, status: 200 }
  }
  const id = target.id === undefined ? undefined : Math.min(Number(target.id), 2_147_483_647)
  const plan = planOf(governed, target.query, id)
  const [{ rows }, total] = await Promise.all([
    reader.pool.query<{ docs: string; n: number }>(statement(plan.text, plan.values)),
    totalOf(plan),
  ])
  const row = rows[0] ?? { docs: '', n: 0 }
  if (id === undefined)
    return { body: pageShape(plan, { ...row, total }), contentType, status: 200 }
  if (row.n === 0) throw notFound()
  return { body: row.docs, contentType, status: 200 }
}

const notFound = () =>
  new PortalError('not_found', 404, {
    vi: 'Không tìm thấy nội dung được đăng.',
    en: 'Nothing of that id is public.',
  })

const versionOf = async (watch: SequenceWatch): Promise<string> => {
  const { key, isTrusted } = watch.version([])
  return isTrusted ? key : watch.refresh([])
}

const matchesVersion = (request: IncomingMessage, watch: SequenceWatch): string | undefined => {
  const asked = request.headers['if-none-match']
  const { key, isTrusted } = watch.version([])
  return isTrusted && asked === `"${key}"` ? asked : undefined
}

/** Staff are given Payload itself. */
const isSignedIn = (request: IncomingMessage): boolean =>
  request.headers.authorization !== undefined ||
  request.headers.cookie?.includes('payload-token=') === true

const sendPlain: SendReady = (request, response, given) => {
  if (given.etag !== '' && request.headers['if-none-match'] === given.etag) {
    response.writeHead(304, { etag: given.etag }).end()
    return
  }
  response.writeHead(given.status, {
    'content-type': given.contentType,
    'content-length': given.body.length,
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'Cookie, Authorization',
    'x-content-type-options': 'nosniff',
    ...(given.etag === '' ? {} : { etag: given.etag }),
  })
  response.end(request.method === 'HEAD' ? undefined : given.body)
}

const sendError = (request: IncomingMessage, response: ServerResponse, error: unknown) => {
  const known =
    error instanceof PortalError
      ? error
      : new PortalError('unavailable', 503, {
          vi: 'Hệ thống đang bận, xin thử lại sau ít phút.',
          en: 'The service is busy; please try again in a few minutes.',
        })
  const body = JSON.stringify(errorBody(known, request.headers['accept-language'] ?? 'vi'))
  response.writeHead(known.status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
