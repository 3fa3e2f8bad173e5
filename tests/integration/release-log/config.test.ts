import { createLocalReq } from 'payload'
import type { SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exempt, governed } from '#config/governed.ts'
import { configFaults } from '#plugins/release-log/guard/configFaults.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'

let app: BootedPayload

beforeAll(async () => {
  app = await bootPayload()
})
afterAll(() => app.stop())

type Change = (config: SanitizedConfig) => Partial<SanitizedConfig>

const faultsOf = async (change: Change, lists = { governed, exempt }) => {
  const { config } = app.payload
  return configFaults({
    config: { ...config, ...change(config) },
    settings: lists,
    stranger: await createLocalReq({}, app.payload),
  })
}

/** The config with one collection changed. */
const having =
  (slug: string, change: (one: SanitizedCollectionConfig) => object): Change =>
  (config) => ({
    collections: config.collections.map((one) =>
      one.slug === slug ? { ...one, ...change(one) } : one,
    ),
  })

const drafts = (more: object) =>
  having('pages', (one) => ({
    versions: { ...one.versions, drafts: { ...(one.versions?.drafts as object), ...more } },
  }))

test('our own config opens no way', async () => {
  expect(await faultsOf(() => ({}))).toEqual([])
})

test.each<[string, Change, string]>([
  [
    'a new collection on neither list (1.2)',
    ({ collections }) => ({
      collections: [...collections, { ...collections[0], slug: 'stories' } as never], // a sanitized collection under another name
    }),
    'neither governed nor exempt: stories',
  ],
  [
    'a new global on neither list (24, 25)',
    () => ({ globals: [{ slug: 'menu' } as never] }), // only its slug is looked at
    'neither governed nor exempt: menu',
  ],
  ['scheduled publishing (17, 18, 38)', drafts({ schedulePublish: true }), 'schedulePublish'],
  ['a status for each language (13 to 16, 36)', drafts({ localizeStatus: true }), 'localizeStatus'],
  ['no drafts', having('pages', () => ({ versions: false })), 'pages is governed without drafts'],
  ['the trash (20, 21)', having('articles', () => ({ trash: true })), 'articles has trash'],
  ['an order by hand (28)', having('articles', () => ({ orderable: true })), 'is orderable'],
  [
    'a governed collection without its hooks',
    having('answers', (one) => ({ hooks: { ...one.hooks, beforeOperation: [] } })),
    'answers is governed without its hooks',
  ],
  [
    'drafts that anybody reads (39)',
    having('articles', (one) => ({ access: { ...one.access, readVersions: () => true } })),
    'articles lets a stranger readVersions',
  ],
  [
    'files that anybody reads',
    having('media', (one) => ({ access: { ...one.access, read: () => true } })),
    'media lets a stranger read',
  ],
  [
    'jobs that any account runs (17, 30, 37)',
    ({ jobs }) => ({
      jobs: {
        ...jobs,
        tasks: [{ slug: 'schedulePublish' } as never], // only that there is one is looked at
        access: { ...jobs.access, run: ({ req }) => Boolean(req.user) },
      },
    }),
    'jobs.access.run is open to any account',
  ],
])('%s keeps the process from starting and is named', async (_name, change, sentence) => {
  const faults = await faultsOf(change)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(sentence)
})

test('a global on the governed list keeps the process from starting: nothing would guard it', async () => {
  const menu = {
    slug: 'menu',
    log: 'common' as const,
    projection: { title: 'title', slug: 'slug' },
  }
  const faults = await faultsOf(() => ({ globals: [{ slug: 'menu' } as never] }), {
    governed: [...governed, menu],
    exempt,
  })
  expect(faults).toEqual([expect.stringContaining('menu is on the governed list')])
})
