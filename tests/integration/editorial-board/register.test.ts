import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBoards } from '#plugins/editorial-board/people/readBoards.ts'
import { readPersonBoards } from '#plugins/editorial-board/people/readPersonBoards.ts'
import { readRegister } from '#plugins/editorial-board/people/readRegister.ts'
import { dayFromNow, openBoards } from './openBoards.ts'
import type { Person } from './openBoards.ts'

let boards: Awaited<ReturnType<typeof openBoards>>
let registrar: Person
let second: Person
let head: Person
let deputy: Person

beforeAll(async () => {
  boards = await openBoards()
  registrar = await boards.person({ roles: ['systemAdmin'], identityNumber: '001' })
  second = await boards.person({ roles: ['systemAdmin'], identityNumber: '002' })
  head = await boards.person({ role: 'head' })
  deputy = await boards.person({ role: 'deputy' })
})
afterAll(() => boards.stop())

/** The request an admin page is made for. */
const as = async (who: Person) => {
  const user = await boards.payload.findByID({
    collection: 'users',
    id: who.id,
    depth: 0,
    overrideAccess: true,
  })
  return createLocalReq({ user: { ...user, collection: 'users' } }, boards.payload)
}
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

describe('the register is shown', () => {
  test('whole to registrars and auditors, of their own boards to others, to nobody else', async () => {
    const codes = async (who: Person) =>
      (await readBoards(await as(who))).map((one) => one.board).sort(byName)
    const all = [boards.city.code, boards.ward.code].sort(byName)
    expect(await codes(registrar)).toEqual(all)
    expect(await codes(await boards.person({ roles: ['auditor'] }))).toEqual(all)
    expect(await codes(deputy)).toEqual([boards.city.code])
    expect(await codes(await boards.person({ roles: ['operator'] }))).toEqual([])
    expect(await readRegister(await as(deputy), boards.ward.code)).toBeNull()
    expect(await readRegister(await as(registrar), 'khong-co')).toBeNull()
  })

  test('with what its reader may do, and nothing else', async () => {
    const may = async (who: Person) => (await readRegister(await as(who), boards.city.code))?.may
    const all = ['head', 'deputy', 'member', 'editor', 'collaborator', 'checker']
    expect((await may(registrar))?.appoint).toEqual(all)
    expect((await may(registrar))?.grantFor).toContain(head.id)
    expect((await may(registrar))?.setFlow).toBe(false)
    expect(await may(head)).toEqual({
      appoint: ['editor', 'collaborator', 'checker'],
      grantFor: [head.id],
      setFlow: true,
    })
    const nothing = { appoint: [], grantFor: [], setFlow: false }
    expect(await may(deputy)).toEqual(nothing)
    expect(await may(await boards.person({ roles: ['auditor'] }))).toEqual(nothing)
  })

  test('with people, proposals and mandates as they stand', async () => {
    const member = await boards.person()
    await boards.call('POST', '/editorial-board/appointments', registrar, {
      board: boards.city.code,
      person: member.id,
      role: 'member',
      startsOn: dayFromNow(3),
      document: '88/QĐ',
    })
    const line = async (who: Person) => {
      const read = await readRegister(await as(who), boards.city.code)
      return read?.proposals.find((one) => one.document === '88/QĐ')
    }
    const [own, others] = [await line(registrar), await line(second)]
    expect([own?.maySettle, others?.maySettle]).toEqual([false, true])
    await boards.call('POST', `/editorial-board/proposals/${others?.id}/settle`, second, {
      isConfirmed: true,
    })
    const read = await readRegister(await as(registrar), boards.city.code)
    expect(read?.proposals.some((one) => one.document === '88/QĐ')).toBe(false)
    expect(read?.appointments.find((one) => one.person === member.id)).toMatchObject({
      when: 'coming',
      startsOn: dayFromNow(3),
      mayEnd: true,
    })
    const founded = read?.appointments.find((one) => one.person === deputy.id)
    expect(founded).toMatchObject({ when: 'now', enteredBy: null, document: '1/QĐ-UBND' })
  })

  test('with who signs in the next six weeks', async () => {
    await boards.mandate(head, deputy, { endsOn: dayFromNow(10), document: '31/GUQ' })
    const spans = (await readRegister(await as(head), boards.city.code))?.acting ?? []
    expect(spans.reduce((sum, span) => sum + span.days, 0)).toBe(42)
    const [first] = spans
    expect(first?.to).toBe(dayFromNow(10))
    expect(first?.acting.map((one) => one.person)).toContain(deputy.id)
    expect(spans.at(-1)?.acting).toEqual([])
    const wards = (await readRegister(await as(registrar), boards.ward.code))?.acting
    expect(wards?.map((span) => [span.days, span.isGap])).toEqual([[42, true]])
    const { appointments, mandates } = await readPersonBoards(await as(registrar), deputy.id)
    expect(appointments.map((one) => [one.board, one.role])).toEqual([[boards.city.code, 'deputy']])
    expect(mandates.map((one) => one.endsOn)).toEqual([dayFromNow(10)])
  })

  test('and people are found by registrars and heads, with and without marks', async () => {
    const name = 'Đặng Thị Ưu Tú'
    const { id } = await boards.payload.create({
      collection: 'users',
      data: { email: 'uutu@coloa.example', password: 'Mat-khau-1', fullName: name, isActive: true },
      overrideAccess: true,
      depth: 0,
    })
    const find = (who: Person | undefined, words: string) =>
      boards.call('GET', `/editorial-board/people?q=${encodeURIComponent(words)}`, who)
    const found = [{ id, name, email: 'uutu@coloa.example' }]
    for (const words of ['dang uu tu', 'Ưu Tú', 'uutu@'])
      expect((await find(registrar, words)).body.people).toEqual(found)
    expect((await find(head, 'dang thi uu')).body.people).toEqual(found)
    expect((await find(head, 'd')).body.people).toEqual([])
    expect((await find(deputy, 'dang thi uu')).code).toBe('not_a_registrar')
    expect((await find(undefined, 'dang thi uu')).status).toBe(401)
  })
})

const byName = (a: string, b: string) => a.localeCompare(b)

describe('what the database itself refuses the runtime role', () => {
  const answer = (text: string, values: unknown[] = []): Promise<string> =>
    boards.app.query(text, values).then(
      () => 'done',
      (error: Error) => error.message,
    )
  const insert = (
    person: Person,
    role: string,
    by: Person | null,
    confirmed: Person | null = null,
  ) =>
    answer(
      `insert into editorial.appointments (board, person, role, starts_on, document, entered_by, confirmed_by, ledger_n)
       values ($1, $2, $3, '2026-01-01', 'x', $4, $5, 1)`,
      [boards.city.code, person.id, role, by?.id ?? null, confirmed?.id ?? null],
    )

  test('an appointment without a registrar, by somebody who is none, or about oneself', async () => {
    const who = await boards.person()
    const own = await boards.person({ identityNumber: '001' })
    expect(await insert(who, 'head', null)).toBe('not_a_registrar')
    expect(await insert(who, 'head', head)).toBe('not_a_registrar')
    expect(await insert(who, 'head', registrar, head)).toBe('not_a_registrar')
    expect(await insert(own, 'editor', registrar)).toBe('not_about_oneself')
    expect(await rolesOf(who)).toEqual([])
  })

  test('a head, deputy or member without a second person', async () => {
    const who = await boards.person()
    const own = await boards.person({ roles: ['systemAdmin'], identityNumber: '001' })
    expect(await insert(who, 'head', registrar)).toBe('second_person_missing')
    expect(await insert(who, 'member', registrar, own)).toBe('second_person_missing')
  })

  test('an end by somebody who may not, or without a second person', async () => {
    const who = await boards.person({ role: 'deputy' })
    const appointment = await appointmentOf(who)
    const endBy = (by: Person, confirmed: Person | null = null) =>
      answer(
        `insert into editorial.appointment_ends (appointment_id, ends_on, document, entered_by, confirmed_by, board, ledger_n)
         values ($1, '2026-01-01', 'x', $2, $3, $4, 1)`,
        [appointment, by.id, confirmed?.id ?? null, boards.city.code],
      )
    expect(await endBy(head)).toBe('not_a_registrar')
    expect(await endBy(registrar)).toBe('second_person_missing')
    expect(await rolesOf(who)).toEqual(['deputy'])
  })

  test('a change of what stands', async () => {
    for (const table of ['appointments', 'appointment_ends', 'mandates', 'mandate_ends', 'ledger'])
      for (const text of [
        `update editorial.${table} set board = 'x'`,
        `delete from editorial.${table}`,
        `truncate editorial.${table}`,
      ])
        expect(await answer(text)).toMatch(/permission denied|append/)
  })
})
