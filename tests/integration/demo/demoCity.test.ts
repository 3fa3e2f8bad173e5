import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seed } from '#src/demo/seed.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { verifyDatabase } from '#tests/support/verifyDatabase.ts'

const now = new Date('2026-11-23T21:00:00+07:00')
const silent = { start: () => undefined, advance: () => undefined }

let booted: BootedPayload
let owner: pg.Client
const said: string[] = []

beforeAll(async () => {
  booted = await bootPayload()
  owner = new pg.Client({ connectionString: booted.ownerUrl })
  await owner.connect()
  await seed({ size: 'demo', now, say: (line) => said.push(line), progress: silent })
})
afterAll(async () => {
  await owner.end()
  await booted.stop()
})

test('the city has its portal, 20 departments and all 126 communes, each with a site', async () => {
  expect(
    await count(`select kind || ' ' || (parent_id is not null) as name, count(*) from public.units
      where kind in ('ward', 'commune') group by 1 order by 1`),
  ).toEqual({ 'commune true': 75, 'ward true': 51 })
  expect(await count('select kind as name, count(*) from public.sites group by 1')).toEqual({
    city: 1,
    component: 146,
  })
})

test('a year of released life', async () => {
  const released = await count(
    `select collection as name, count(distinct doc_id) from release.current_items group by 1`,
  )
  expect(released.articles).toBeGreaterThanOrEqual(300)
  expect(released.documents).toBe(60)
  expect(released.bulletins).toBeGreaterThanOrEqual(40)
  expect(released.answers).toBe(50)
})

test('the record of its decisions verifies; what was imported is counted apart', async () => {
  const { findings, counts } = await verifyDatabase()
  expect(findings).toEqual([])
  expect(counts.imports).toBeGreaterThan(400)
  expect(counts.decisions).toBeGreaterThan(0)
})

test('questions in every state, and devices in every commune', async () => {
  const questions = await count(
    'select status::text as name, count(*) from public.questions group by 1',
  )
  expect(Object.keys(questions).sort()).toEqual([
    'answered',
    'answering',
    'closed',
    'forwarded',
    'outOfScope',
    'received',
    'statusNotice',
  ])
  expect(Object.values(questions).reduce((sum, one) => sum + one, 0)).toBe(80)
  expect(
    await count(`select 'devices' as name, count(*) from public.devices
      union all select 'communes', count(distinct unit_id) from public.devices`),
  ).toEqual({ devices: 400, communes: 126 })
})

test('a working calendar of three years', async () => {
  const years = await count(
    'select left(date, 4) as name, count(*) from public.working_days group by 1',
  )
  expect(Object.keys(years).sort()).toEqual(['2025', '2026', '2027'])
})

test('a desk with work on it: waiting, returned with a question, and one article withdrawn', async () => {
  expect(said).toEqual([])
  const states = await count('select state as name, count(*) from editorial.reviews group by 1')
  expect(states.returned).toBe(1)
  expect(states.submitted).toBe(5)
  expect(
    await count(
      `select collection as name, count(*) from release.releases where kind = 'withdraw' group by 1`,
    ),
  ).toEqual({ articles: 1 })
})

test('sites that exchange: copies true and adapted, offers that wait, one returned, two consents in force', async () => {
  expect(
    await count('select state as name, count(*) from cross_posting.proposals group by 1'),
  ).toEqual({ accepted: 2, returned: 1, proposed: 13 })
  expect(
    await count('select is_adapted::text as name, count(*) from cross_posting.copies group by 1'),
  ).toEqual({ false: 1, true: 1 })
  expect(await count(`select 'in force' as name, count(*) from editorial.consents`)).toEqual({
    'in force': 2,
  })
})

/** The rows `name, count` of a query as an object. */
const count = async (sql: string): Promise<Record<string, number>> => {
  const { rows } = await owner.query<{ name: string; count: string }>(sql)
  return Object.fromEntries(rows.map((row) => [row.name, Number(row.count)]))
}
