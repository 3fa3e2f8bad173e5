import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import pg from 'pg'
import { parseSitemap, parseSitemapIndex } from 'sitemap'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { importTexts } from '#tests/support/importTexts.ts'
import { openSites } from '#tests/support/openSites.ts'
import { servePortal } from '../portal/servePortal.ts'
import type { ServedPortal } from '../portal/servePortal.ts'

const DAY = 86_400_000

let booted: BootedPayload
let portal: ServedPortal

beforeAll(async () => {
  booted = await bootPayload()
  const { ownerUrl } = booted
  await openSites(ownerUrl, [
    { code: 'ha-noi', name: 'Hà Nội & <phố>', kind: 'city' },
    { code: 'phuong-a', name: 'Phường A', kind: 'component' },
  ])
  const since = Date.now() - 200 * DAY
  const releasedAt = (index: number) => new Date(since + (index % 100) * DAY).toISOString()
  await importTexts({ ownerUrl, log: 'ha-noi', firstId: 1, count: 230, releasedAt })
  await importTexts({ ownerUrl, log: 'phuong-a', firstId: 1001, count: 3 })
  portal = await servePortal(booted)
})
afterAll(async () => {
  await portal?.stop()
  await booted?.stop()
})

type Header = { identifier: string; datestamp: string; setSpec: string[]; '@status'?: string }
type Answer = {
  request: string | Record<string, string>
  error?: { '@code': string }
  ListIdentifiers?: { header: Header[]; resumptionToken?: { '#text'?: string } }
  ListRecords?: { record: { header: Header; metadata?: unknown }[] }
  GetRecord?: { record: { header: Header; metadata?: { 'oai_dc:dc': Record<string, unknown> } } }
  Identify?: Record<string, string>
  ListSets?: { set: { setSpec: string; setName: string }[] }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  alwaysCreateTextNode: false,
  isArray: (name) => ['setSpec', 'set'].includes(name),
  parseTagValue: false,
})

const oai = async (query: string): Promise<Answer> => {
  const { status, text, headers } = await portal.get(`/oai?${query}`)
  expect([status, headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8'])
  expect(XMLValidator.validate(text)).toBe(true)
  const parsed = parser.parse(text) as { 'OAI-PMH': Answer }
  return parsed['OAI-PMH']
}

const harvest = async (query: string) => {
  const headers: Header[] = []
  let pages = 0
  for (
    let next: string | undefined = `verb=ListIdentifiers&metadataPrefix=oai_dc&${query}`;
    next;
  ) {
    const { ListIdentifiers: list } = await oai(next)
    headers.push(...[list?.header ?? []].flat())
    const token = list?.resumptionToken?.['#text']
    next = token && `verb=ListIdentifiers&resumptionToken=${encodeURIComponent(token)}`
    pages += 1
  }
  return { headers, pages }
}

test('a harvester meets every record once, oldest first, whatever page it is on', async () => {
  const { headers, pages } = await harvest('')
  expect([headers.length, new Set(headers.map((one) => one.identifier)).size]).toEqual([233, 233])
  expect(pages).toBe(3)
  const times = headers.map((one) => one.datestamp)
  expect(times).toEqual(times.toSorted())
})

test('from, until and set select, in days and in seconds', async () => {
  const day = new Date(Date.now() - 150 * DAY).toISOString().slice(0, 10)
  const inDay = await harvest(`from=${day}&until=${day}`)
  expect(inDay.headers.length).toBeGreaterThan(0)
  expect(inDay.headers.every((one) => one.datestamp.startsWith(day))).toBe(true)
  const [first] = inDay.headers
  const exact = await harvest(`from=${first?.datestamp}&until=${first?.datestamp}`)
  expect(exact.headers.map((one) => one.identifier)).toContain(first?.identifier)
  const ever = await harvest('from=0000-01-01&until=9999-12-31')
  expect(ever.headers).toHaveLength(233)
  const ward = await harvest('set=phuong-a:articles')
  expect(ward.headers.map((one) => one.setSpec)).toEqual(
    Array.from({ length: 3 }, () => ['phuong-a', 'phuong-a:articles']),
  )
})

test('a record is Dublin Core, and a withdrawn one stays as deleted', async () => {
  const identifier = 'oai:ha-noi.example:phuong-a/articles/1001'
  const query = `verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`
  const { GetRecord: before } = await oai(query)
  expect(before?.record.metadata?.['oai_dc:dc']).toMatchObject({
    'dc:title': 'Tin số 1001',
    'dc:identifier': [
      'https://ha-noi.example/s/phuong-a/tin/tin-so-1001',
      expect.stringMatching(/^urn:sha256:[0-9a-f]{64}$/),
    ],
    'dc:language': 'vi',
  })
  await withdraw('phuong-a', 1001)
  const { GetRecord: after } = await oai(query)
  expect(after?.record.header['@status']).toBe('deleted')
  expect(after?.record.metadata).toBeUndefined()
  const { headers } = await harvest('set=phuong-a')
  expect(headers.find((one) => one.identifier === identifier)?.['@status']).toBe('deleted')
})

/** As the owner can where no board is appointed: the log's guard is not what is tested here. */
const withdraw = async (log: string, id: number) => {
  const client = new pg.Client({ connectionString: booted.ownerUrl })
  await client.connect()
  try {
    await client.query(
      `with next as (update release.site_sequences set seq = seq + 1 where log = $1 returning seq)
       insert into release.releases (log, seq, collection, doc_id, kind, decision_id, is_import, reason_code)
       select $1, seq, 'articles', $2, 'withdraw', (select id from release.decisions limit 1), false, 'wrong' from next`,
      [log, id],
    )
  } finally {
    await client.end()
  }
}

test('Identify and ListSets tell what this is', async () => {
  const { Identify } = await oai('verb=Identify')
  expect(Identify).toMatchObject({
    baseURL: 'https://ha-noi.example/oai',
    protocolVersion: '2.0',
    deletedRecord: 'persistent',
    granularity: 'YYYY-MM-DDThh:mm:ssZ',
  })
  const { ListSets } = await oai('verb=ListSets')
  expect(ListSets?.set).toContainEqual({ setSpec: ['ha-noi'], setName: 'Hà Nội & <phố>' })
})

const list = 'verb=ListRecords&metadataPrefix=oai_dc'

test.each([
  ['', 'badVerb'],
  ['verb=Nothing', 'badVerb'],
  ['verb=Identify&verb=Identify', 'badVerb'],
  ['verb=Identify&x=1', 'badArgument'],
  ['verb=ListRecords', 'badArgument'],
  ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
  [`${list}&from=2026-02-31`, 'badArgument'],
  [`${list}&from=2026-01-01&until=2026-01-01T00:00:00Z`, 'badArgument'],
  [`${list}&from=2026-02-01&until=2026-01-01`, 'badArgument'],
  [`${list}&from=2026-02-01&from=2026-02-01`, 'badArgument'],
  [`${list}&set=a:b:c`, 'badArgument'],
  [`${list}&resumptionToken=x`, 'badArgument'],
  ['verb=ListRecords&resumptionToken=WzFd', 'badResumptionToken'],
  ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
  ['verb=ListRecords&metadataPrefix=marc21', 'cannotDisseminateFormat'],
  [`${list}&until=1990-01-01`, 'noRecordsMatch'],
  [`${list}&set=khong-co`, 'noRecordsMatch'],
  ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:x:1', 'idDoesNotExist'],
  ['verb=ListMetadataFormats&identifier=oai:ha-noi.example:ha-noi/users/1', 'idDoesNotExist'],
])('answers "%s" with %s', async (query, code) => {
  expect((await oai(query)).error?.['@code']).toBe(code)
})

test('POST says the same as GET', async () => {
  const answer = await fetch(`${portal.url}/oai`, {
    method: 'POST',
    body: new URLSearchParams({ verb: 'ListIdentifiers', metadataPrefix: 'oai_dc' }),
  })
  const { text } = await portal.get('/oai?verb=ListIdentifiers&metadataPrefix=oai_dc')
  const withoutTime = (xml: string) => xml.replace(/<responseDate>[^<]*/, '')
  expect(withoutTime(await answer.text())).toBe(withoutTime(text))
})

const isValidMap = async (contents: string): Promise<boolean> => {
  const schema = await readFile('node_modules/sitemap/schema/sitemap.xsd', 'utf8')
  const { valid } = await validateXML({
    xml: [{ fileName: 'sitemap.xml', contents }],
    schema: [schema],
  })
  return valid
}

test('the sitemap is valid by the schema of the protocol, and the news sitemap holds two days', async () => {
  const { text } = await portal.get('/sitemap.xml')
  expect(await isValidMap(text)).toBe(true)
  expect(await parseSitemap(Readable.from(text))).toHaveLength(234)
  const ward = await parseSitemap(
    Readable.from((await portal.get('/s/phuong-a/news-sitemap.xml')).text),
  )
  expect(
    ward.map((one) => [one.url, one.news?.title, one.news?.publication.language]),
  ).toContainEqual(['https://ha-noi.example/s/phuong-a/tin/tin-so-1002', 'Tin số 1002', 'vi'])
  const city = await parseSitemap(Readable.from((await portal.get('/news-sitemap.xml')).text))
  expect(city).toHaveLength(0)
  const robots = (await portal.get('/robots.txt')).text
  for (const name of ['sitemap', 'news-sitemap', 's/phuong-a/news-sitemap']) {
    expect(robots).toContain(`Sitemap: https://ha-noi.example/${name}.xml`)
  }
})

test('more than 50,000 addresses are told of by an index of whole sitemaps', async () => {
  const client = new pg.Client({ connectionString: booted.ownerUrl })
  await client.connect()
  await client.query(
    `insert into release.current_items (collection, doc_id, locale, log, seq, slug, title, sort_at, first_released_at, released_at, body)
     select 'articles', 100000 + n, 'vi', 'ha-noi', 1, 'a-' || n, 'A', now(), now(), now(), '{}' from generate_series(1, 50000) n`,
  )
  await client.end()
  await importTexts({ ownerUrl: booted.ownerUrl, log: 'ha-noi', firstId: 900, count: 1 })
  await expect
    .poll(async () => (await portal.get('/sitemap.xml')).text, { timeout: 3000 })
    .toContain('<sitemapindex')
  const index = await parseSitemapIndex(Readable.from((await portal.get('/sitemap.xml')).text))
  expect(index.map((one) => one.url)).toEqual([
    'https://ha-noi.example/sitemap.xml?page=1',
    'https://ha-noi.example/sitemap.xml?page=2',
  ])
  const maps = await Promise.all(
    ['/sitemap.xml?page=1', '/sitemap.xml?page=2'].map(
      async (path) => (await portal.get(path)).text.match(/<loc>[^<]*/g) ?? [],
    ),
  )
  expect(maps.map((one) => one.length)).toEqual([50_000, 235])
  expect(new Set(maps.flat()).size).toBe(50_235)
  expect((await portal.get('/sitemap.xml?page=3')).status).toBe(404)
})
