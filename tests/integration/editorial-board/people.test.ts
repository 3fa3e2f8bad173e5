import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appoint } from '#plugins/editorial-board/index.ts'
import { dayFromNow, openBoards } from './openBoards.ts'
import type { Answer, Person } from './openBoards.ts'
import { readLedger } from './readLedger.ts'

let boards: Awaited<ReturnType<typeof openBoards>>
let registrar: Person
let second: Person
let head: Person

beforeAll(async () => {
  boards = await openBoards()
  registrar = await boards.person({ roles: ['systemAdmin'], identityNumber: '001' })
  second = await boards.person({ roles: ['systemAdmin'], identityNumber: '002' })
  head = await boards.person({ role: 'head' })
})
afterAll(() => boards.stop())

let papers = 0
const paper = () => `${(papers += 1)}/QĐ-VP`

const enter = (
  by: Person | undefined,
  person: Person,
  role: string,
  more: Record<string, unknown> = {},
): Promise<Answer> =>
  boards.call('POST', '/editorial-board/appointments', by, {
    board: boards.city.code,
    person: person.id,
    role,
    startsOn: dayFromNow(0),
    document: paper(),
    ...more,
  })
const settle = (
  by: Person,
  proposal: unknown,
  body: Record<string, unknown> = { isConfirmed: true },
) => boards.call('POST', `/editorial-board/proposals/${String(proposal)}/settle`, by, body)
const end = (by: Person, appointment: string, more: Record<string, unknown> = {}) =>
  boards.call('POST', `/editorial-board/appointments/${appointment}/end`, by, {
    endsOn: dayFromNow(-1),
    document: paper(),
    ...more,
  })

const rolesOf = async (person: Person): Promise<string[]> => {
  const { rows } = await boards.owner.query<{ role: string }>(
    'select role from editorial.in_force(editorial.day_of(now())) where person = $1 order by role',
    [person.id],
  )
  return rows.map((row) => row.role)
}
const appointmentOf = async (person: Person): Promise<string> => {
  const { rows } = await boards.owner.query<{ id: string }>(
    'select id from editorial.appointments where person = $1 order by made_at desc limit 1',
    [person.id],
  )
  return rows[0]?.id ?? ''
}

describe('an appointment', () => {
  test.each(['head', 'deputy', 'member'])(
    'as %s holds once a second registrar confirms',
    async (role) => {
      const who = await boards.person()
      const entered = await enter(registrar, who, role)
      expect(entered.body.outcome).toBe('proposed')
      expect(await rolesOf(who)).toEqual([])
      expect((await settle(second, entered.body.proposalId)).status).toBe(200)
      expect(await rolesOf(who)).toEqual([role])
      expect((await settle(second, entered.body.proposalId)).code).toBe('proposal_missing')
    },
  )

  test('is not confirmed by whoever entered it, with a second account neither', async () => {
    const own = await boards.person({ roles: ['systemAdmin'], identityNumber: '001' })
    const who = await boards.person()
    const { body } = await enter(registrar, who, 'deputy')
    for (const one of [registrar, own])
      expect((await settle(one, body.proposalId)).code).toBe('not_about_oneself')
    expect(await rolesOf(who)).toEqual([])
  })

  test('is not confirmed by whom it is about, nor by anybody who keeps no register', async () => {
    const who = await boards.person({ roles: ['systemAdmin'] })
    const { body } = await enter(registrar, who, 'member')
    expect((await settle(who, body.proposalId)).code).toBe('not_about_oneself')
    expect((await settle(head, body.proposalId)).code).toBe('not_a_registrar')
    expect(await rolesOf(who)).toEqual([])
  })

  test('is rejected only in words, and then nothing has changed', async () => {
    const who = await boards.person()
    const { body } = await enter(registrar, who, 'deputy')
    expect((await settle(second, body.proposalId, { isConfirmed: false })).code).toBe(
      'reason_required',
    )
    const rejection = { isConfirmed: false, explanation: 'Quyết định chưa ký.' }
    expect((await settle(second, body.proposalId, rejection)).status).toBe(200)
    expect((await settle(second, body.proposalId)).code).toBe('proposal_missing')
    expect(await rolesOf(who)).toEqual([])
  })

  test('is confirmed once when two registrars confirm in the same second', async () => {
    const third = await boards.person({ roles: ['systemAdmin'] })
    const who = await boards.person()
    const { body } = await enter(registrar, who, 'member')
    const answers = await Promise.all([second, third].map((one) => settle(one, body.proposalId)))
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([200, 404]))
    expect(await rolesOf(who)).toEqual(['member'])
  })

  test('is not entered about oneself, with a second account of the same person neither', async () => {
    const other = await boards.person({ identityNumber: '001' })
    for (const one of [registrar, other])
      expect((await enter(registrar, one, 'editor')).code).toBe('not_about_oneself')
    expect(await rolesOf(other)).toEqual([])
  })

  test.each(['editor', 'collaborator', 'checker'])(
    'as %s is entered by the head alone',
    async (role) => {
      const who = await boards.person()
      expect((await enter(head, who, role)).body.outcome).toBe('done')
      expect(await rolesOf(who)).toEqual([role])
    },
  )

  test.each(['head', 'deputy', 'member'])('as %s is not entered by a head', async (role) => {
    const who = await boards.person()
    expect((await enter(head, who, role)).code).toBe('not_a_registrar')
    expect(await rolesOf(who)).toEqual([])
  })

  test('is not entered by anybody else, or for the board of another', async () => {
    const who = await boards.person()
    const wards = await boards.person({ role: 'head', site: boards.ward.id })
    const others = [
      wards,
      await boards.person({ role: 'deputy' }),
      await boards.person({ role: 'member' }),
      await boards.person({ roles: ['auditor'] }),
      await boards.person({ roles: ['operator'] }),
      await boards.person(),
    ]
    for (const one of others) expect((await enter(one, who, 'editor')).code).toBe('not_a_registrar')
    expect((await enter(undefined, who, 'editor')).status).toBe(401)
    expect(await rolesOf(who)).toEqual([])
  })

  test('needs a document, days in their order, an account and a board', async () => {
    const who = await boards.person()
    const wrong: [Record<string, unknown>, string][] = [
      [{ document: '  ' }, 'reason_required'],
      [{ startsOn: '2026-02-30' }, 'bad_days'],
      [{ startsOn: '2026-05-02', endsOn: '2026-05-01' }, 'bad_days'],
      [{ person: 2_000_000 }, 'bad_input'],
      [{ board: 'khong-co' }, 'bad_input'],
      [{ role: 'owner' }, 'bad_input'],
    ]
    for (const [more, code] of wrong)
      expect((await enter(registrar, who, 'editor', more)).code).toBe(code)
    expect(await rolesOf(who)).toEqual([])
  })
})

describe('an end', () => {
  test('by the head for an editor holds at once', async () => {
    const who = await boards.person({ role: 'editor' })
    const appointment = await appointmentOf(who)
    expect((await end(head, appointment)).body.outcome).toBe('done')
    expect(await rolesOf(who)).toEqual([])
    expect((await end(head, appointment)).code).toBe('appointment_missing')
  })

  test('of a deputy waits for a second registrar, and holds once however often it was proposed', async () => {
    const who = await boards.person({ role: 'deputy' })
    const appointment = await appointmentOf(who)
    expect((await end(head, appointment)).code).toBe('not_a_registrar')
    const first = await end(registrar, appointment)
    const again = await end(registrar, appointment)
    expect([first.body.outcome, again.body.outcome]).toEqual(['proposed', 'proposed'])
    expect(await rolesOf(who)).toEqual(['deputy'])
    expect((await settle(second, first.body.proposalId)).status).toBe(200)
    expect(await rolesOf(who)).toEqual([])
    expect((await settle(second, again.body.proposalId)).code).toBe('appointment_missing')
  })

  test('keeps somebody on the board to the end of its day', async () => {
    const who = await boards.person({ role: 'editor' })
    await end(head, await appointmentOf(who), { endsOn: dayFromNow(0) })
    expect(await rolesOf(who)).toEqual(['editor'])
  })
})

test('the only registrar of an installation acts alone, and the record shows it', async () => {
  const who = await boards.person()
  const ids = (
    await boards.owner.query<{ person: number }>(
      'select person from editorial.accounts where is_registrar and is_active',
    )
  ).rows
    .map((row) => row.person)
    .filter((id) => id !== registrar.id)
  const switchAll = (isOn: boolean) =>
    boards.owner.query('update public.users set is_active = $1 where id = any($2)', [isOn, ids])
  await switchAll(false)
  try {
    expect((await enter(registrar, who, 'deputy')).body.outcome).toBe('done')
    // Another account of the same person is no second person.
    await boards.person({ roles: ['systemAdmin'], identityNumber: '001' })
    const other = await boards.person()
    expect((await enter(registrar, other, 'deputy')).body.outcome).toBe('done')
  } finally {
    await switchAll(true)
  }
  const { rows } = await boards.owner.query(
    'select entered_by, confirmed_by from editorial.appointments where person = $1',
    [who.id],
  )
  expect(rows).toEqual([{ entered_by: registrar.id, confirmed_by: null }])
})

test('every change stands in the chain with its document', async () => {
  const who = await boards.person()
  const document = '77/QĐ-UBND ngày 24/11/2026'
  const { body } = await enter(registrar, who, 'member', { document })
  await settle(second, body.proposalId)
  const ended = await end(registrar, await appointmentOf(who), { document: '78/QĐ-UBND' })
  await settle(second, ended.body.proposalId)
  const chain = await readLedger(boards.owner, boards.city.code)
  const [entered, left] = chain.filter((one) => one.content.person === who.id)
  expect(entered).toMatchObject({
    kind: 'appoint',
    by: second.id,
    content: { document, role: 'member', enteredBy: registrar.id, confirmedBy: second.id },
  })
  expect(left).toMatchObject({ kind: 'end', by: second.id, content: { document: '78/QĐ-UBND' } })
  const { rows } = await boards.owner.query<{ n: string; left: string }>(
    `select count(*) as n, count(*) filter (where ledger_n is null) as left from (
       select ledger_n from editorial.appointments union all select ledger_n from editorial.appointment_ends) t`,
  )
  expect(rows[0]?.left).toBe('0')
})

test('machine accounts and API keys change nothing', async () => {
  const who = await boards.person()
  const appointment = {
    board: boards.city.code,
    person: who.id,
    role: 'editor',
    startsOn: dayFromNow(0),
    document: paper(),
  } as const
  const machines = [
    await createLocalReq({}, boards.payload),
    await createLocalReq(
      { user: { id: registrar.id, collection: 'users', _strategy: 'api-key' } as never }, // as a key would sign in
      boards.payload,
    ),
  ]
  for (const req of machines)
    await expect(appoint({ req, appointment })).rejects.toMatchObject({ code: 'people_only' })
  expect(await rolesOf(who)).toEqual([])
})
