import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormatsModule from 'ajv-formats'
import { XMLValidator } from 'fast-xml-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageOf } from '#plugins/cross-posting/webhooks/messageOf.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import { servePortal } from '../portal/servePortal.ts'
import type { ServedPortal } from '../portal/servePortal.ts'

type Content = Record<string, { schema: object; example?: unknown }>
type Operation = {
  operationId: string
  security?: object[]
  parameters?: { name: string; in: string; example?: string | number; required: boolean }[]
  requestBody?: { content: Content }
  responses: Record<string, { content?: Content }>
}
type Document = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  webhooks: Record<string, { post: Operation }>
  components: object
}

let booted: BootedPayload
let room: Newsroom
let portal: ServedPortal
let document: Document

beforeAll(async () => {
  booted = await bootPayload()
  room = await openNewsroom(booted.payload)
  portal = await servePortal(booted)
  const kept = await room.draft('Cầu mới', { author: 'Lê Thị Thử', cover: await room.picture() })
  const gone = await room.draft('Tin sẽ gỡ')
  await room.publish('articles', kept)
  await room.publish('articles', gone)
  await room.withdraw('articles', gone)
  document = JSON.parse((await portal.get('/api/openapi.json')).text) as Document
})
afterAll(async () => {
  await portal?.stop()
  await booted?.stop()
})

// The package's types name its default export one level too deep for ES modules.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void

/** What of a value is not as the schema says. */
const faultsIn = (schema: object, value: unknown): unknown => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  ajv.validate({ ...schema, components: document.components }, value)
  return ajv.errors ?? []
}

test('the document is a valid OpenAPI 3.1 by an independent linter', async () => {
  const config = await createConfig({
    extends: ['recommended'],
    // A feed and its formats share a beginning: {site} holds no dot.
    rules: { 'no-ambiguous-paths': 'off' },
  })
  const problems = await lintFromString({ source: JSON.stringify(document), config })
  expect(
    problems.map((one) => `${one.ruleId}: ${one.message} ${one.location[0]?.pointer}`),
  ).toEqual([])
  expect(document.openapi).toMatch(/^3\.1\./)
})

test('every example asked of the real server is answered in the shape that is promised', async () => {
  const seen: string[] = []
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      // What needs a key is asked with one in clients.test.ts.
      const isKeyNeeded = operation.security?.every((one) => 'siteKey' in one)
      if (method !== 'get' || isKeyNeeded) continue
      const answer = await portal.get(addressOf(path, operation))
      const promised = operation.responses[String(answer.status)]
      expect([operation.operationId, Object.keys(operation.responses)]).toEqual([
        operation.operationId,
        expect.arrayContaining([String(answer.status)]),
      ])
      const kind = String(answer.headers['content-type']).split(';')[0] ?? ''
      expect(Object.keys(promised?.content ?? {}), operation.operationId).toEqual([kind])
      if (kind.endsWith('json')) {
        const faults = faultsIn(promised?.content?.[kind]?.schema ?? {}, JSON.parse(answer.text))
        expect([operation.operationId, faults]).toEqual([operation.operationId, []])
      } else expect(XMLValidator.validate(answer.text)).toBe(true)
      if (answer.status === 200) seen.push(operation.operationId)
    }
  }
  expect(seen).toEqual(
    expect.arrayContaining([
      'readFeed',
      'readAtom',
      'readJsonFeed',
      'readRss',
      'harvest',
      'search',
      'list-articles',
      'read-articles',
      'readKeys',
      'readSitemap',
    ]),
  )
  const feed = JSON.parse((await portal.get('/feeds/ha-noi?after=0')).text) as {
    items: { kind: string }[]
  }
  expect(feed.items.map((one) => one.kind)).toEqual(['publish', 'publish', 'withdraw'])
})

const addressOf = (path: string, { parameters = [] }: Operation): string => {
  const query = new URLSearchParams()
  let address = path
  for (const { name, in: place, example } of parameters) {
    if (example === undefined) continue
    if (place === 'path') address = address.replace(`{${name}}`, String(example))
    else query.set(name, String(example))
  }
  return query.size > 0 ? `${address}?${query}` : address
}

test('every example answer and message is in its own shape, the hint that is sent too', () => {
  const contents = [
    ...Object.values(document.paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap((one) => [one.requestBody, ...Object.values(one.responses)]),
    ...Object.values(document.webhooks).map(({ post }) => post.requestBody),
  ].flatMap((one) => Object.values(one?.content ?? {}))
  const given = contents.filter((one) => one.example !== undefined)
  expect(given.length).toBeGreaterThan(1)
  for (const { schema, example } of given) expect(faultsIn(schema, example)).toEqual([])
  const hint = messageOf({
    log: 'ha-noi',
    collection: 'articles',
    docId: 1,
    seq: 1,
    sha256: 'ab'.repeat(32),
    kind: 'publish',
    releasedAt: new Date(),
    lane: 0,
  })
  const { schema = {} } =
    document.webhooks.release?.post.requestBody?.content['application/json'] ?? {}
  expect(faultsIn(schema, JSON.parse(hint))).toEqual([])
})

test('a refusal has the shape of every refusal', async () => {
  const answer = await portal.get('/feeds/ha-noi?limit=501')
  const { schema = {} } =
    document.paths['/feeds/{site}']?.get?.responses['400']?.content?.['application/json'] ?? {}
  expect([answer.status, faultsIn(schema, JSON.parse(answer.text))]).toEqual([400, []])
})

test('the page for people names every operation, in both languages, without a script', async () => {
  const { status, text } = await portal.get('/api/docs')
  expect(status).toBe(200)
  for (const [path, methods] of Object.entries(document.paths))
    for (const method of Object.keys(methods))
      expect(text).toContain(`${method.toUpperCase()} ${path}`)
  expect(text).toContain('Đọc sổ phát hành của một trang')
  expect(text).toContain('Send &quot;next&quot; of this page')
  expect(text).not.toMatch(/<script| style=/)
})
