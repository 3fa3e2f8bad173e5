import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { importReleases, recordImportDecision } from '#plugins/release-log/index.ts'
import { startPostgres } from '../../src/start/postgres.mjs'
import { measure } from './measure.ts'
import { printTable, report } from './report.ts'
import { releaseRate } from './releaseRate.ts'

const ARTICLES = 10_000
const bench = 'read'
const root = path.resolve(import.meta.dirname, '../..')
const run = promisify(execFile)

const main = async () => {
  const folder = await mkdtemp(path.join(root, '.coloa', 'bench-'))
  const postgres = await startPostgres({ folder, isDurable: true })
  try {
    process.env.DATABASE_URL = postgres.appUrl
    process.env.DATABASE_OWNER_URL = postgres.ownerUrl
    process.env.PAYLOAD_SECRET = 'bench'
    process.env.MEDIA_DIR = path.join(folder, 'media')
    await run(process.execPath, [path.join(root, 'src/migrate.ts')], {
      cwd: root,
      env: process.env,
    })
    await load(postgres.ownerUrl)
    await measureReads(postgres.appUrl)
    await measureReleases()
    printTable()
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const load = async (url: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const decision = await recordImportDecision({ client, decidedBy: 1, explanation: 'bench' })
  const started = performance.now()
  for (let from = 1; from <= ARTICLES; from += 500) {
    const rows = Array.from({ length: 500 }, (_x, n) => article(1_000_000 + from + n))
    await importReleases({ client, decision, rows })
  }
  const value = ARTICLES / ((performance.now() - started) / 1000)
  report({ bench, metric: 'import', value, unit: 'releases/s', reference: 'none', ratio: null })
  await client.query('vacuum analyze')
  await client.end()
}

/** Five thousand words, a few of them everywhere and most of them rare, as in a language. */
const word = (seed: number): string => {
  const part = ((seed * 2_654_435_761) % 4_294_967_296) / 4_294_967_296
  return `từ${Math.floor(5000 * part ** 3)}`
}

const article = (docId: number) => {
  const pick = (n: number) => word(docId * 131 + n)
  const sentence = Array.from({ length: 120 }, (_x, n) => pick(n)).join(' ')
  const log = `site-${docId % 8}`
  const text = { type: 'text', text: sentence, version: 1 }
  const vi = {
    title: `Tin ${docId} ${pick(1)} ${pick(2)}`,
    slug: `tin-${docId}`,
    lead: sentence.slice(0, 200),
    category: (docId % 10) + 1,
    contentKind: 'newsEvent',
    body: {
      root: { type: 'root', version: 1, children: [{ type: 'paragraph', children: [text] }] },
    },
  }
  const body = JSON.stringify({ v: 1, collection: 'articles', id: docId, log, locales: { vi } })
  const releasedAt = new Date(Date.UTC(2026, 0, 1) + docId * 1000).toISOString()
  return { log, collection: 'articles', docId, body, releasedAt }
}

const measureReads = async (databaseUrl: string) => {
  const query =
    'limit=10&depth=0&select[title]=true&select[slug]=true&select[lead]=true&select[publishedAt]=true'
  const list = [`/api/articles?${query}`]
  const items = Array.from(
    { length: 200 },
    (_x, n) => `/api/articles/${1_000_001 + n * 49}?depth=0`,
  )
  const searches = Array.from(
    { length: 50 },
    (_x, n) => `/api/search?q=${encodeURIComponent(word(n * 7919))}`,
  )
  const rate = (
    mode: string,
    paths: string[],
    more: { argument?: string; headers?: Record<string, string> } = {},
  ) => measure({ mode, paths, databaseUrl, ...more })
  const against = async (metric: string, reference: string, ours: number, theirs: number) =>
    report({ bench, metric, value: ours, unit: 'requests/s', reference, ratio: ours / theirs })

  const bareList = await rate('bareList', list, { argument: query })
  await against('list', 'bare http + pg, same query', await rate('ours', list), bareList)
  const bareItem = await rate('bareItem', items, { argument: 'depth=0' })
  await against('item', 'bare http + pg, same query', await rate('ours', items), bareItem)
  const constant = await rate('constant', list, { argument: '4000' })
  await against('listWarm', 'bare http, constant', await rate('oursCached', list), constant)
  const etag = await etagOf(databaseUrl)
  const same = { headers: { 'if-none-match': etag } }
  const constant304 = await rate('constant', list, { argument: '4000', ...same })
  await against('notModified', 'bare http, 304', await rate('ours', list, same), constant304)
  const search = await rate('ours', searches)
  report({
    bench,
    metric: 'search',
    value: search,
    unit: 'requests/s',
    reference: 'none',
    ratio: null,
  })
}

/** What `createPublicRest` gives without a cache: the state of all logs. */
const etagOf = async (databaseUrl: string): Promise<string> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ n: string }>(
    'select sum(seq) as n from release.site_sequences',
  )
  await client.end()
  return `"all.${rows[0]?.n}"`
}

const measureReleases = async () => {
  const { getPayload } = await import('payload')
  const { default: config } = await import('#payload-config')
  const payload = await getPayload({ config })
  const sites: number[] = []
  for (let n = 0; n < 8; n += 1) {
    const code = `bench-${n}`
    const data = {
      code,
      name: code,
      kind: 'component',
      hosting: 'here',
      languages: ['vi'],
    } as const
    const site = await payload.create({
      collection: 'sites',
      data: { ...data, languages: [...data.languages] },
      overrideAccess: true,
      depth: 0,
    })
    sites.push(site.id)
  }
  const section = await payload.create({
    collection: 'categories',
    data: { title: 'Đo' },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  for (const [metric, some, perSite] of [
    ['release', sites.slice(0, 1), 100],
    ['releaseEight', sites, 25],
  ] as const) {
    const value = await releaseRate({ payload, sites: [...some], category: section.id, perSite })
    report({ bench, metric, value, unit: 'releases/s', reference: 'none', ratio: null })
  }
  const { pool } = payload.db as unknown as { pool: pg.Pool } // the adapter's type hides its pool
  pool.on('error', () => undefined) // Payload keeps a connection for itself; stopping the database ends it
  await payload.destroy()
}

await main()
process.exit(0)
