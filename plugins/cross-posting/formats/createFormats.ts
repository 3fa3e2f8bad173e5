import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import express from 'express'
import type { Router } from 'express'
import type { Pool } from 'pg'
import { findCategories } from '../feed/findCategories.ts'
import { parseScope } from '../feed/parseFeedQuery.ts'
import { refuse } from '../feed/refuse.ts'
import { sendPacked } from '../feed/sendPacked.ts'
import type { Packable } from '../feed/sendPacked.ts'
import { demandSiteCode } from '../feed/siteOfFeed.ts'
import { writeAtom } from './atom.ts'
import { writeJsonFeed } from './jsonFeed.ts'
import { readEntries } from './readEntries.ts'
import type { EntryReader, HtmlOf } from './readEntries.ts'
import { writeRss } from './rss.ts'

/** Releases an archive document of the Atom feed covers. */
const ARCHIVE = 100

/** Items of a page of the JSON feed, and of the RSS feed. */
const PAGE = 50

type Fill = () => Promise<{ body: string; contentType: string; status: number }>

/** What the formats are made of. */
export type FormatOptions = {
  pool: Pool
  /** The hub's own address, without a slash at its end. */
  publicUrl: string
  /** The governed collections. */
  collections: readonly string[]
  /** Shown where a reader names no collections. @default all */
  shown?: readonly string[]
  license?: string | null
  /** Where the items of a collection lie below their site. @default those of this portal */
  folders?: Readonly<Record<string, string>>
  html?: HtmlOf
  /** Keeps documents until a log moves: the release log's cache is one. @default none is kept */
  cache?: {
    get: (options: { logs: readonly string[]; key: string; fill: Fill }) => Promise<{
      etag: string
      body: Buffer
      contentType: string
    }>
  }
  /** Changes with the registry of sites. */
  registryVersion?: () => number
}

type Asked = { site: string; search: URLSearchParams }

/**
 * The feeds for feed readers: `/feeds/:site.atom` (archived paging and tombstones), `/feeds/:site.json` (JSON Feed 1.1)
 * and `/feeds/:site.rss`, with the filters of the feed.
 *
 * @returns a router; its `atom` gives the same Atom document to who shows it under an address of its own
 */
export const createFormats = (
  options: FormatOptions,
): Router & { atom: (asked: Asked) => Promise<string> } => {
  const { pool, publicUrl, cache, registryVersion } = options
  const reader: EntryReader = {
    pool,
    terms: { publicUrl, license: options.license ?? null, folders: options.folders },
    html: options.html,
  }
  const packed = new WeakMap<object, Packable['packed']>()

  const scopeIn = async (search: URLSearchParams) => {
    const scope = parseScope(search, options.collections)
    return {
      ...scope,
      collections: scope.collections ?? (options.shown ? [...options.shown] : null),
      categories: await findCategories(pool, scope.categories),
    }
  }

  const atom = async ({ site: code, search }: Asked): Promise<string> => {
    demandParameters(search, ['archive'])
    const scope = await scopeIn(search)
    const number = search.has('archive') ? wholeNumber(search.get('archive')) : null
    if (number === 0) throw refuse('unknown_archive')
    const { head } = await readEntries(reader, code, { ...scope, after: 0, limit: 0 })
    const archives = Math.floor(head / ARCHIVE)
    if (number !== null && number > archives) throw refuse('unknown_archive')
    // The newest archive is within the current document too, so that a full one never leaves it empty.
    const first = number === null ? Math.max(0, archives - 1) : number - 1
    const after = first * ARCHIVE
    const until = number === null ? Infinity : number * ARCHIVE
    const limit = number === null ? ARCHIVE * 2 : ARCHIVE
    const { site, entries } = await readEntries(reader, code, { ...scope, after, limit, until })
    const addressOf = (archive?: number) => address(publicUrl, `${code}.atom`, search, { archive })
    return writeAtom({
      id: `tag:${new URL(publicUrl).hostname},2026:feeds/${code}`,
      title: site.name ?? site.code,
      language: scope.locale,
      self: addressOf(number ?? undefined),
      home: homeOf(site.address, scope.locale),
      license: reader.terms.license,
      entries,
      isArchive: number !== null,
      isComplete: number === null && first === 0,
      links: [
        ...(number === null ? [] : [{ rel: 'current' as const, href: addressOf() }]),
        ...(first > 0 ? [{ rel: 'prev-archive' as const, href: addressOf(first) }] : []),
        ...(number !== null && number < archives
          ? [{ rel: 'next-archive' as const, href: addressOf(number + 1) }]
          : []),
      ],
    })
  }

  const newest = async ({ site: code, search }: Asked, before?: number) => {
    const scope = await scopeIn(search)
    const after = before ?? Number.MAX_SAFE_INTEGER
    const query = { ...scope, after, limit: PAGE, isBackwards: true }
    const { site, entries, from } = await readEntries(reader, code, query)
    return {
      title: site.name ?? site.code,
      language: scope.locale,
      home: homeOf(site.address, scope.locale),
      license: reader.terms.license,
      entries,
      from,
    }
  }

  const json = async ({ site, search }: Asked): Promise<string> => {
    demandParameters(search, ['before'])
    const before = search.has('before') ? wholeNumber(search.get('before')) : undefined
    const { from, ...found } = await newest({ site, search }, before)
    const self = address(publicUrl, `${site}.json`, search, { before })
    const isMore = found.entries.length > 0 && from > 1
    const next = isMore ? address(publicUrl, `${site}.json`, search, { before: from }) : undefined
    return writeJsonFeed({ ...found, self, next })
  }

  const rss = async ({ site, search }: Asked): Promise<string> => {
    demandParameters(search, [])
    const found = await newest({ site, search })
    return writeRss({ ...found, self: address(publicUrl, `${site}.rss`, search, {}) })
  }

  const formats = {
    atom: { write: atom, contentType: 'application/atom+xml; charset=utf-8' },
    json: { write: json, contentType: 'application/feed+json; charset=utf-8' },
    rss: { write: rss, contentType: 'application/rss+xml; charset=utf-8' },
  }

  const answer = async (
    format: keyof typeof formats,
    code: string,
    request: IncomingMessage & { originalUrl: string },
    response: ServerResponse,
  ) => {
    demandSiteCode(code)
    const { search } = new URL(request.originalUrl, 'http://hub')
    const asked = { site: code, search: new URLSearchParams(search) }
    const { contentType, write } = formats[format]
    const fill: Fill = async () => ({ body: await write(asked), contentType, status: 200 })
    const key = `${format}|${code}|${search.slice(0, 500)}|${registryVersion?.() ?? ''}`
    const isKept = cache !== undefined && search.length < 500
    const found = isKept
      ? await cache.get({ logs: [code, 'common'], key, fill })
      : await fill().then(({ body }) => ({ body: Buffer.from(body), etag: tagOf(body) }))
    const known = packed.get(found) ?? {}
    packed.set(found, known)
    await sendPacked(request, response, { ...found, contentType, packed: known })
  }

  const router = express.Router()
  for (const format of ['atom', 'json', 'rss'] as const) {
    router.get(`/feeds/:site.${format}`, (req, res) => answer(format, req.params.site, req, res))
  }
  return Object.assign(router, { atom })
}

const tagOf = (body: string) => `"${createHash('sha1').update(body).digest('base64url')}"`

const homeOf = (site: string, locale: string) => `${site}${locale === 'en' ? '/en' : '/'}`

const filters = ['collections', 'categories', 'kinds', 'locales', 'locale']

/** @throws PortalError unknown_parameter */
const demandParameters = (search: URLSearchParams, own: readonly string[]): void => {
  const names = [...search.keys()]
  const isKnown = (name: string) => filters.includes(name) || own.includes(name)
  if (new Set(names).size !== names.length || !names.every(isKnown)) {
    throw refuse('unknown_parameter')
  }
}

/** @throws PortalError bad_cursor */
const wholeNumber = (text: string | null): number => {
  if (text === null || !/^\d{1,15}$/.test(text)) throw refuse('bad_cursor')
  return Number(text)
}

/** A feed's address with the filters it was asked with. */
const address = (
  publicUrl: string,
  name: string,
  search: URLSearchParams,
  place: Record<string, number | undefined>,
): string => {
  const query = new URLSearchParams()
  for (const filter of filters) {
    const value = search.get(filter)
    if (value !== null) query.set(filter, value)
  }
  for (const [key, value] of Object.entries(place)) {
    if (value !== undefined) query.set(key, String(value))
  }
  const text = query.toString().replaceAll('%2C', ',')
  return `${publicUrl}/feeds/${name}${text === '' ? '' : `?${text}`}`
}
