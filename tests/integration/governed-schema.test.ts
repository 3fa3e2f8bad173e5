import { afterAll, beforeAll, expect, test } from 'vitest'
import { exempt, governed } from '#config/governed.ts'
import { bootPayload } from '../support/bootPayload.ts'
import type { BootedPayload } from '../support/bootPayload.ts'

let app: BootedPayload

beforeAll(async () => {
  app = await bootPayload()
})
afterAll(() => app.stop())

test('every collection is governed or exempt, and none is both', () => {
  const known = Object.keys(app.payload.collections)
  const listed = [...governed.map((one) => one.slug), ...exempt]
  expect(known.filter((slug) => !listed.includes(slug))).toEqual([])
  expect(new Set(listed).size).toBe(listed.length)
})

test('a stranger reads no collection through Payload', async () => {
  for (const slug of governed.map((one) => one.slug)) {
    const reading = app.payload.find({
      collection: slug as 'articles',
      overrideAccess: false,
      depth: 0,
    })
    await expect(reading, slug).rejects.toMatchObject({ status: 403 })
  }
})

test('an article draft gets its Vietnamese address at the first real save', async () => {
  const site = await app.payload.create({
    collection: 'sites',
    data: {
      code: 'thu-nghiem',
      name: 'Thử nghiệm',
      kind: 'city',
      hosting: 'here',
      languages: ['vi'],
    },
    overrideAccess: true,
    depth: 0,
  })
  const save = () =>
    app.payload.create({
      collection: 'articles',
      data: { title: 'Phường Ô Chợ Dừa mở đường', site: site.id },
      draft: true,
      overrideAccess: true,
      depth: 0,
    })
  expect((await save()).slug).toBe('phuong-o-cho-dua-mo-duong')
  expect((await save()).slug).toBe('phuong-o-cho-dua-mo-duong-2')
})
