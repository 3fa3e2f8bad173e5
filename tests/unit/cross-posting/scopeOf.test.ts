import type { Request, Response } from 'express'
import type { Pool } from 'pg'
import { expect, test } from 'vitest'
import type { ScopedItem } from '#plugins/cross-posting/feed/toFeedItem.ts'
import { createScopeOf } from '#plugins/cross-posting/receivers/createScopeOf.ts'
import { keyGate } from '#plugins/cross-posting/receivers/keyGate.ts'

const consent = {
  id: 'one',
  log: 'so-xay-dung',
  sourceLog: 'ha-noi',
  collections: null,
  categories: null,
  kinds: null,
  mayPublish: true,
  mayUpdate: true,
  mayEmergency: true,
}

const item = (more: Partial<ScopedItem>): ScopedItem => ({
  seq: 1,
  kind: 'publish',
  collection: 'articles',
  category: 1,
  contentKind: 'news',
  locales: ['vi'],
  isEmergency: false,
  isSuperseded: false,
  isHandedOn: false,
  ...more,
})

test('what a site hands on is decided on, whatever the consent allows; taking down needs nobody', async () => {
  const request = {
    headers: { authorization: 'Bearer cpk_key' },
    path: '/feeds/ha-noi.atom',
  } as Request // all that the gate looks at
  const ring = {
    identify: async () => ({ id: 'key', site: 'so-xay-dung', scopes: ['feed'] as const }),
    peek: () => undefined,
  }
  await keyGate({ pool: {} as Pool, ring })(request, {} as Response, () => undefined)
  const scopeOf = createScopeOf({ consentsOf: async () => [consent] })
  const { disposition } = await scopeOf('one', request)
  expect(disposition(item({}))).toBe('publish')
  expect(disposition(item({ isHandedOn: true }))).toBe('propose')
  expect(disposition(item({ isHandedOn: true, kind: 'update', isEmergency: true }))).toBe('propose')
  expect(disposition(item({ isHandedOn: true, kind: 'withdraw' }))).toBe('withdraw')
})
