import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { follow } from '#plugins/release-log/index.ts'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'

const KILLS = 20
const root = path.resolve(import.meta.dirname, '../../..')

let app: BootedPayload
let room: Newsroom
let pool: pg.Pool
let owner: pg.Client

beforeAll(async () => {
  app = await bootPayload()
  room = await openNewsroom(app.payload)
  pool = new pg.Pool({ connectionString: app.appUrl })
  pool.on('error', () => undefined)
  owner = new pg.Client({ connectionString: app.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await pool.end()
  await app.stop()
})

/** Runs a releasing process and kills it `afterMs` from its first breath; the numbers it was given. */
const releaseAndKill = async (ids: number[], afterMs: number): Promise<number[]> => {
  const script = path.join(import.meta.dirname, 'releaseUntilKilled.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(ids)], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: app.appUrl, MEDIA_DIR: app.mediaDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  const isOver = new Promise<void>((done) => child.on('close', () => done()))
  const isReady = new Promise<void>((done) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready')) done()
    })
  })
  await Promise.race([isReady, isOver])
  await wait(afterMs)
  child.kill('SIGKILL')
  await isOver
  return [...said.matchAll(/released (\d+)/g)].map((match) => Number(match[1]))
}

const one = async (text: string) => {
  const { rows } = await owner.query<{ n: string }>(text)
  return Number(rows[0]?.n)
}

test(`${KILLS} kills of a releasing process leave no gap, no half release and no lost job`, async () => {
  const acknowledged: number[] = []
  const effects: number[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    const ids: number[] = []
    for (let n = 0; n < 12; n += 1) ids.push(await room.draft(`Tin ${kill}.${n}`))
    acknowledged.push(...(await releaseAndKill(ids, 20 + Math.random() * 400)))
    await follow({
      pool,
      follower: 'killTest',
      log: 'ha-noi',
      batchSize: 7,
      handle: async (_client, releases) => {
        effects.push(...releases.map((row) => row.seq))
      },
    })
  }
  const inLog = `from release.releases where log = 'ha-noi'`
  const count = await one(`select count(*) as n ${inLog}`)
  expect(count).toBe(await one(`select max(seq) as n ${inLog}`))
  expect(count).toBe(await one(`select seq as n from release.site_sequences where log = 'ha-noi'`))
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(Math.max(...acknowledged)).toBeLessThanOrEqual(count)
  expect(effects).toEqual(Array.from({ length: count }, (_x, index) => index + 1))
  expect(await one(orphans)).toBe(0)
  expect(await one(unread)).toBe(0)
  expect(
    await one(
      `select count(*) as n from graphile_worker.jobs where key = 'follow:dispatch:ha-noi'`,
    ),
  ).toBe(1)
}, 480_000)

const orphans = `select count(*) as n from public.articles a where a._status = 'published' and not exists
  (select from release.releases r where r.collection = 'articles' and r.doc_id = a.id)`

const unread = `select count(*) as n from release.releases r where r.collection = 'articles' and (
  not exists (select from release.current_items i where i.collection = 'articles' and i.doc_id = r.doc_id and i.seq = r.seq)
  or not exists (select from public.articles a where a.id = r.doc_id and a._status = 'published'))`

test('a commit that fails is noticed: the release is refused, not reported', async () => {
  await owner.query(`create function release.fail_late() returns trigger language plpgsql as $$
    begin raise exception 'late'; end $$`)
  await owner.query(`create constraint trigger fail_late after insert on release.releases
    deferrable initially deferred for each row execute function release.fail_late()`)
  const id = await room.draft('Lỗi khi ghi')
  await expect(room.publish('articles', id)).rejects.toThrow()
  await owner.query('drop trigger fail_late on release.releases')
  expect(await one(`select count(*) as n from release.releases where doc_id = ${id}`)).toBe(0)
})
