import { createLocalReq } from 'payload'
import type { PayloadRequest } from 'payload'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hanoi } from '#config/profiles/hanoi.ts'
import type { Obligation } from '#domain/sla/obligation.ts'
import { readVersions } from '#plugins/update-sla/obligations/readVersions.ts'
import { reviseObligation } from '#plugins/update-sla/obligations/reviseObligation.ts'
import type { Revision } from '#plugins/update-sla/obligations/reviseObligation.ts'
import { seedObligations } from '#plugins/update-sla/obligations/seedObligations.ts'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openPool } from '#tests/support/openPool.ts'

let app: BootedPayload
let owner: pg.Client
let request: () => Promise<PayloadRequest>

const now = new Date('2026-11-20T10:00:00+07:00')

beforeAll(async () => {
  app = await bootPayload()
  owner = new pg.Client({ connectionString: app.ownerUrl })
  await owner.connect()
  const user = await app.payload.create({
    collection: 'users',
    data: { email: 'van-hanh@coloa.example', password: 'Mat-khau-1', fullName: 'Vận hành' },
    overrideAccess: true,
    depth: 0,
  })
  request = () => createLocalReq({ user: user as never }, app.payload) // a user as the session gives it
})
afterAll(async () => {
  await owner.end()
  await app.stop()
})

const given = (code: string): Obligation => {
  const found = hanoi.obligations.find((one) => one.code === code)
  if (!found) throw new Error(code)
  return found
}
const revise = async (code: string, more: Partial<Revision> = {}) =>
  reviseObligation({
    req: await request(),
    now,
    revision: {
      code,
      version: 1,
      definition: { ...given(code), ...({ duration: { workingDays: 3 } } as object) },
      validFrom: '2026-12-01',
      validTo: null,
      reason: 'Theo quy chế mới',
      document: '10/2026/QĐ-UBND',
      ...more,
    },
  })
const coded = (code: string) => expect.objectContaining({ code }) as Error
const durationOn = async (code: string, day: string) => {
  const found = (await readVersions(owner)).at(code, day)
  return found && 'duration' in found ? found.duration : undefined
}

test('a new installation begins with everything its profile says is owed', async () => {
  const { rows } = await owner.query<{ code: string; definition: unknown }>(
    'select code, definition from sla.obligations where version = 1',
  )
  expect(new Map(rows.map(({ code, definition }) => [code, definition]))).toEqual(
    new Map(hanoi.obligations.map((one) => [one.code, JSON.parse(JSON.stringify(one))])),
  )
})

test('a revision holds from its day on; before it the earlier version holds, after its end nothing is owed', async () => {
  await revise('policyLaw')
  expect(await durationOn('policyLaw', '2026-11-30')).toEqual({ workingDays: 2 })
  expect(await durationOn('policyLaw', '2026-12-01')).toEqual({ workingDays: 3 })
  const definition = given('policyLaw')
  await revise('policyLaw', {
    version: 2,
    definition,
    validFrom: '2027-01-01',
    validTo: '2027-06-30',
  })
  expect(await durationOn('policyLaw', '2026-12-31')).toEqual({ workingDays: 3 })
  expect(await durationOn('policyLaw', '2027-06-30')).toEqual({ workingDays: 2 })
  expect(await durationOn('policyLaw', '2027-07-01')).toBeUndefined()
})

test('the past is not rewritten, neither by a revision nor by SQL', async () => {
  for (const validFrom of ['2026-11-19', '2026-11-20'])
    await expect(revise('documentIssuer', { validFrom })).rejects.toEqual(
      coded('obligation_from_past'),
    )
  await expect(
    owner.query(`update sla.obligations set valid_from = '2020-01-02' where code = 'statistics'`),
  ).rejects.toThrow('append_only')
})

test('of two revisions of one version the second is told', async () => {
  const results = await Promise.allSettled([revise('programme'), revise('programme')])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(results.find((one) => one.status === 'rejected')?.reason).toEqual(
    coded('obligation_changed'),
  )
})

test('what does not fit is refused by its code', async () => {
  const before = given('documentScope')
  const [rung] = before.ladder
  const wrong: [Partial<Revision>, string][] = [
    [{ definition: before }, 'obligation_unchanged'],
    [{ definition: { ...before, trigger: 'pages' } }, 'obligation_fixed'],
    [{ definition: { ...before, code: 'other' } }, 'obligation_fixed'],
    [{ definition: { ...before, duration: { workingDays: -1 } } }, 'bad_input'],
    [{ definition: { ...before, duration: { fortnights: 2 } } }, 'bad_input'],
    [{ definition: { ...before, ladder: [rung, rung] } }, 'bad_input'],
    [{ definition: { ...before, quietHours: { from: '25:00', to: '07:00' } } }, 'bad_input'],
    [{ definition: null }, 'bad_input'],
    [{ reason: ' ' }, 'bad_input'],
    [{ validFrom: '2026-02-30' }, 'bad_input'],
    [{ validTo: '2026-11-30' }, 'bad_input'],
    [{ version: 7 }, 'obligation_changed'],
    [{ code: 'nothing' }, 'obligation_unknown'],
  ]
  for (const [more, code] of wrong)
    await expect(revise('documentScope', more)).rejects.toEqual(coded(code))
  await expect(
    revise('cityMorning', { definition: { ...given('cityMorning'), to: '07:00' } }),
  ).rejects.toEqual(coded('bad_input'))
  await expect(
    revise('portalYear', { definition: { ...given('portalYear'), dueOn: '02-30' } }),
  ).rejects.toEqual(coded('bad_input'))
})

test('a changed profile holds from tomorrow where nobody revised it, and nowhere else', async () => {
  const longer = (code: string) =>
    ({ ...given(code), duration: { workingDays: 30 } }) as unknown as Obligation
  const fresh = { ...longer('planTender'), code: 'fresh' }
  await seedObligations(owner, [longer('planTender'), longer('policyLaw'), fresh])
  await seedObligations(owner, [longer('planTender'), longer('policyLaw'), fresh])
  const { rows } = await owner.query<{ code: string; version: number; days: number }>(
    `select code, version, valid_from - (now() at time zone 'Asia/Ho_Chi_Minh')::date as days from sla.obligations
     where code = any($1) order by code, version`,
    [['planTender', 'fresh', 'policyLaw']],
  )
  expect(rows.filter(({ code }) => code !== 'policyLaw')).toEqual([
    { code: 'fresh', version: 1, days: 1 },
    expect.objectContaining({ code: 'planTender', version: 1 }),
    { code: 'planTender', version: 2, days: 1 },
  ])
  expect(rows.filter(({ code }) => code === 'policyLaw')).toHaveLength(3)
})

test('the portal promises what the version in force says, whatever the config said', async () => {
  const { followQuestionTerms } = await import('#src/server/questionTerms.ts') // reads the environment
  const faults: unknown[] = []
  const pool = openPool(app.appUrl, 1)
  const follow = () => followQuestionTerms({ pool, onFault: (fault) => faults.push(fault) })
  const before = await follow()
  expect(before.answer).toMatchObject({ clause: 'P-13.1e.3', workingDays: 15 })
  before.stop()
  const ten = { ...given('questionAnswer'), duration: { workingDays: 10 } }
  await owner.query(
    `insert into sla.obligations (code, version, definition, valid_from, entered_by) values ('questionAnswer', 2, $1, '2026-01-01', 1)`,
    [JSON.stringify(ten)],
  )
  const after = await follow()
  expect(after.answer.workingDays).toBe(10)
  after.stop()
  expect(faults).toEqual([])
  await pool.end()
})

test('what the city’s portal owes is not owed again by the unit that runs it', async () => {
  await app.payload.create({
    collection: 'units',
    data: { code: '01', name: 'Thành phố', kind: 'city' },
    overrideAccess: true,
    depth: 0,
  })
  const { rows } = await owner.query<{ groups: string[] }>('select groups from sla.owners')
  expect(rows).toEqual([{ groups: ['unit', 'cityUnit'] }])
})
