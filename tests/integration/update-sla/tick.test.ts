import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import type { JobContext } from '#kit/jobContext.ts'
import { tasks } from '#plugins/update-sla/jobs/index.ts'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openPool } from '#tests/support/openPool.ts'

let app: BootedPayload
let owner: pg.Pool
let app1: pg.Pool
let app2: pg.Pool

beforeAll(async () => {
  app = await bootPayload()
  const pool = (connectionString: string) => {
    const made = openPool(connectionString, 4)
    return made
  }
  owner = pool(app.ownerUrl)
  app1 = pool(app.appUrl)
  app2 = pool(app.appUrl)
  for (let n = 1; n <= 51; n += 1) {
    await app.payload.create({
      collection: 'sites',
      data: {
        code: n === 1 ? 'thanh-pho' : `xa-${n}`,
        name: n === 1 ? 'Cổng Thành phố' : `Xã số ${n}`,
        kind: n === 1 ? 'city' : 'component',
        hosting: 'here',
        languages: ['vi'],
      },
      overrideAccess: true,
      depth: 0,
    })
  }
})
afterAll(async () => {
  await Promise.all([owner.end(), app1.end(), app2.end()])
  await app.stop()
})

/** Ticks at an instant in two workers at once. */
const tickAt = async (instant: string) => {
  const contextOf = (pool: pg.Pool): JobContext => ({
    payload: app.payload,
    pool,
    env: readRuntimeEnv(process.env),
    logger: pino({ level: 'silent' }),
    now: () => new Date(instant),
  })
  await Promise.all(
    [app1, app2].map(async (pool) => {
      const tick = tasks(contextOf(pool)).updateSlaTick
      await tick?.({}, {} as never) // the task uses no helper
    }),
  )
}

/** A release by a person's decision, written as the owner would find it in the log. */
const releaseAt = async (log: string, instant: string, kind: 'publish' | 'import' = 'publish') => {
  const decision = randomUUID()
  const client = await owner.connect()
  try {
    const body = JSON.stringify({ v: 1, locales: { vi: { title: instant } } })
    await client.query(
      `insert into release.decisions (id, log, collection, doc_id, kind, decided_by, capacity, reason_code, explanation)
       values ($1, $2, 'articles', 1, 'publish', 1, 'import', null, null)`,
      [decision, log],
    )
    await client.query(
      `with q as (insert into release.site_sequences as q (log, seq) values ($1, 1)
         on conflict (log) do update set seq = q.seq + 1 returning seq)
       insert into release.releases (log, seq, collection, doc_id, kind, slug, body, sha256, decision_id, is_import, released_at)
       select $1, q.seq, 'articles', 1, 'publish', 'x', $2, encode(sha256(convert_to($2, 'UTF8')), 'hex'), $3, $4, $5 from q`,
      [log, body, decision, kind === 'import', instant],
    )
  } finally {
    client.release()
  }
}

test('nothing before the installation began to tick is owed', async () => {
  await tickAt('2026-11-23T07:00:00+07:00')
  expect((await owner.query('select from sla.verdicts')).rowCount).toBe(0)
})

const alerts = async (day: string) => {
  const { rows } = await owner.query<{ rung: string; code: string; n: number }>(
    `select obligation as code, rung, count(*)::int as n from sla.alerts where day = $1 group by 1, 2 order by 1, 2`,
    [day],
  )
  return rows.map(({ code, rung, n }) => `${code} ${rung} ${n}`)
}

test('a window that was met is not told; fifty sites that missed theirs are told once each', async () => {
  await releaseAt('thanh-pho', '2026-11-23T08:10:00+07:00')
  await releaseAt('xa-2', '2026-11-23T08:30:00+07:00')
  await releaseAt('xa-3', '2026-11-23T08:40:00+07:00', 'import')
  await tickAt('2026-11-23T09:30:20+07:00')
  expect(await alerts('2026-11-23')).toEqual(['componentMorning closing 49'])
  await tickAt('2026-11-23T10:00:20+07:00')
  await tickAt('2026-11-23T10:00:50+07:00')
  expect(await alerts('2026-11-23')).toEqual([
    'componentMorning closing 49',
    'componentMorning due 49',
  ])
})

test('a missed window that is made good is told as recovered', async () => {
  await releaseAt('xa-3', '2026-11-23T10:20:00+07:00')
  await tickAt('2026-11-23T10:30:00+07:00')
  expect(await alerts('2026-11-23')).toContain('componentMorning recovered 1')
})

test('after two days of downtime everything is judged once, the holiday for the city alone', async () => {
  await tickAt('2026-11-25T12:00:00+07:00')
  expect(await alerts('2026-11-24')).toEqual([
    'cityAfternoon closing 1',
    'cityAfternoon due 1',
    'cityEvening closing 1',
    'cityEvening due 1',
    'cityMorning closing 1',
    'cityMorning dayAfter 1',
    'cityMorning due 1',
  ])
  const { rows } = await owner.query<{ n: string }>(
    `select count(*) as n from sla.verdicts where day = '2026-11-24' and site <> 'thanh-pho'`,
  )
  expect(rows[0]?.n).toBe('0')
})
