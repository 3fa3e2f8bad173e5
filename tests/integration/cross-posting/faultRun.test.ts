import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIfStale } from '../../../src/start/buildIfStale.mjs'
import { hashOfKey, makeKey } from '#plugins/cross-posting/receivers/siteKey.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import { openPool } from '#tests/support/openPool.ts'
import { startApp } from '#tests/support/startApp.ts'
import type { TestApp } from '#tests/support/startApp.ts'
import { digestOf } from './siteProcess.ts'
import type { SimulatedSite, SiteFault } from './siteProcess.ts'
import { enterSites, startSites } from './simulatedSites.ts'

const faults: Record<SiteFault, number> = {
  none: 117,
  down: 10,
  slow: 5,
  gone: 5,
  hanging: 5,
  replaying: 5,
  stolen: 1,
  reordering: 1,
  redirecting: 1,
}

let booted: BootedPayload
let room: Newsroom
let owner: Pool
let folder: string
let hub: TestApp
let workers: [TestApp, TestApp]
let sites: SimulatedSite[]
let processes: Awaited<ReturnType<typeof startSites>>
let innerHits = 0
const inner = createServer((_req, res) => {
  innerHits += 1
  res.end()
})

const env = () => ({
  DATABASE_URL: booted.appUrl,
  MEDIA_DIR: booted.mediaDir,
  COLOA_DATA_DIR: path.join(folder, 'data'),
  WEBHOOK_PRIVATE_NETWORKS: '127.0.0.0/8',
  LOG_LEVEL: 'silent',
})

beforeAll(async () => {
  await buildIfStale({ isAdminWanted: false })
  booted = await bootPayload()
  room = await openNewsroom(booted.payload)
  owner = openPool(booted.ownerUrl)
  folder = await mkdtemp(path.join(tmpdir(), 'coloa-sites-'))
  sites = await enterSites(owner, faults)
  await owner.query(
    `update cross_posting.site_keys k set replaced_by = (select id from cross_posting.site_keys limit 1), overlap_until = now()
     where site = any($1)`,
    [codesOf('stolen')],
  )
  inner.listen(0, '127.0.0.1')
  await once(inner, 'listening')
  const [web, ...two] = await Promise.all([
    startApp({ role: 'web', env: env() }),
    startApp({ role: 'worker', env: env() }),
    startApp({ role: 'worker', env: env() }),
  ])
  hub = web
  workers = [two[0], two[1]]
  const address = inner.address()
  processes = await startSites({
    sites,
    processes: 5,
    hub: hub.url,
    folder,
    inner: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`,
  })
}, 120_000)

afterAll(async () => {
  processes?.stop()
  inner.close()
  for (const one of [hub, ...(workers ?? [])]) await one?.stop()
  await owner?.end()
  await booted?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const codesOf = (...wanted: SiteFault[]) =>
  sites.filter((one) => wanted.includes(one.fault)).map((one) => one.code)

const killHub = async () => {
  hub.child.kill('SIGKILL')
  await once(hub.child, 'exit')
  hub = await startApp({ role: 'web', env: env(), port: hub.port })
}
const killWorker = async (index: 0 | 1) => {
  workers[index].child.kill('SIGKILL')
  await once(workers[index].child, 'exit')
  workers[index] = await startApp({ role: 'worker', env: env() })
}

const change = async (id: number, title: string) => {
  await booted.payload.update({
    collection: 'articles',
    id,
    data: { title },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
}

/** What every site has to show in the end: of each item the last the board released. */
const expected = async () => {
  const { rows } = await owner.query<{
    key: string
    seq: number
    sha256: string | null
    isWithdrawn: boolean
  }>(
    `select distinct on (collection, doc_id) collection || '/' || doc_id as key, seq::float8 as seq, sha256,
       kind = 'withdraw' as "isWithdrawn" from release.releases where log = 'ha-noi' order by collection, doc_id, seq desc`,
  )
  return digestOf(Object.fromEntries(rows.map(({ key, ...one }) => [key, one])))
}

const differing = async () => {
  const digest = await expected()
  const reports = await processes.reports()
  return reports.filter((one) => one.digest !== digest).map((one) => one.code)
}

test('150 sites of which 33 are ill end with the same content, through kill -9 of hub, workers and sites', async () => {
  const ids = []
  for (const title of ['Cầu mới', 'Chợ hoa', 'Lễ hội', 'Tuyển sinh']) {
    const id = await room.draft(title)
    await room.publish('articles', id)
    ids.push(id)
  }
  const [bridge = 0, market = 0, festival = 0] = ids
  const random = (n: number) => Math.floor(Math.random() * n)
  const steps: (() => Promise<unknown>)[] = [
    async () => {
      await change(bridge, 'Cầu mới thông xe')
      await room.publish('articles', bridge, 'update')
    },
    async () => {
      await change(market, 'Chợ hoa (đính chính)')
      await room.publish('articles', market, 'correct')
    },
    () => room.withdraw('articles', festival),
    () => room.withdraw('articles', bridge),
    () => room.publish('articles', festival),
    async () => {
      await change(bridge, 'Cầu mới, đăng lại')
      await room.publish('articles', bridge)
    },
  ]
  const kills = [
    () => killHub(),
    () => processes.kill(random(processes.size)),
    () => killWorker(random(2) as 0 | 1),
    () => processes.kill(random(processes.size)),
    () => killHub(),
    () => processes.kill(random(processes.size)),
  ]
  for (const [n, step] of steps.entries()) {
    const killed = kills[n]?.()
    await step()
    await killed
  }

  const ill = codesOf('down', 'stolen')
  await expect
    .poll(async () => (await differing()).sort(), { timeout: 40_000, interval: 300 })
    .toEqual([...ill].sort())
  const stolen = codesOf('stolen')[0] ?? ''
  const before = (await processes.reports()).find((one) => one.code === stolen)
  expect([before?.cursor, before?.problem]).toEqual([0, 'the hub answered 401 key_replaced'])

  const fresh = makeKey().token
  await owner.query(
    `insert into cross_posting.site_keys (site, label, scopes, hint, hash, expires_at)
     values ($1, 'mới', array['feed'], 'cpk_…', $2, now() + interval '1 year')`,
    [stolen, hashOfKey(fresh)],
  )
  await processes.recover({ [stolen]: fresh })
  await expect.poll(differing, { timeout: 40_000, interval: 300 }).toEqual([])

  const reports = await processes.reports()
  expect(reports.length).toBe(150)
  expect(reports.filter((one) => one.stale > 0)).toEqual([])
  expect(reports.filter((one) => one.deceived > 0)).toEqual([])
  expect(innerHits, 'nothing behind a redirect was called').toBe(0)
}, 180_000)

test('what the hub says of each site is true', async () => {
  // What waits for its next turn has it now.
  await owner.query(`update cross_posting.hints set next_at = now()`)
  await owner.query(`select graphile_worker.add_job('crossPostingHints', '{"lane":1}')`)
  const untold = async () => {
    const { rows } = await owner.query<{ site: string }>(
      `select e.site from cross_posting.endpoints e join cross_posting.hints h on h.endpoint_id = e.id
       where h.told_seq < h.seq order by e.site`,
    )
    return rows.map((row) => row.site)
  }
  await expect
    .poll(untold, { timeout: 40_000, interval: 300 })
    .toEqual(codesOf('gone', 'hanging', 'redirecting').sort())
  const { rows: gone } = await owner.query<{ site: string }>(
    `select site from cross_posting.endpoints where state = 'gone' order by site`,
  )
  expect(gone.map((row) => row.site)).toEqual(codesOf('gone').sort())
  const { rows: refused } = await owner.query(
    `select k.site, r.code from cross_posting.key_refusals r join cross_posting.site_keys k on k.id = r.key_id`,
  )
  expect(refused).toEqual([{ site: codesOf('stolen')[0], code: 'key_replaced' }])
  const behind = async () => {
    const { rows } = await owner.query<{ behind: number }>(
      `select distinct (select seq from release.site_sequences where log = 'ha-noi')::int - after::int as behind
       from cross_posting.pulls p where pulled_at = (select max(pulled_at) from cross_posting.pulls q where q.site = p.site)`,
    )
    return rows.map((row) => row.behind)
  }
  await expect.poll(behind, { timeout: 40_000, interval: 300 }).toEqual([0])
  const { rows: size } = await owner.query<{ n: number }>(
    'select max(n)::int as n from (select count(*) as n from cross_posting.hints group by endpoint_id) c',
  )
  expect(size[0]?.n, 'rows an endpoint costs').toBe(1)
})
