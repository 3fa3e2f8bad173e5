import { createLocalReq } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { grantMandate } from '#plugins/editorial-board/index.ts'
import { componentSite, smallCommune } from '#config/profiles/flows.ts'
import { dayFromNow, openBoards } from './openBoards.ts'
import type { Person } from './openBoards.ts'
import { readLedger } from './readLedger.ts'

let boards: Awaited<ReturnType<typeof openBoards>>
let writer: Person
let head: Person
let deputy: Person

beforeAll(async () => {
  boards = await openBoards()
  writer = await boards.person({ role: 'collaborator' })
})
beforeEach(async () => {
  head = await boards.person({ role: 'head' })
  deputy = await boards.person({ role: 'deputy' })
})
afterAll(() => boards.stop())

const waiting = async (title: string) => boards.submit(writer, await boards.draft(writer, title))
const approveBy = async (who: Person, title: string) => {
  const { status, code } = await boards.act(who, await waiting(title), 'approve')
  return status === 200 ? 'approved' : code
}

describe('a mandate', () => {
  test('is given by the head, or entered by a registrar from the document; it stands in the chain', async () => {
    const registrar = await boards.person({ roles: ['systemAdmin'] })
    const other = await boards.person({ role: 'member' })
    expect((await boards.mandate(head, deputy, { document: '5/GUQ' })).status).toBe(200)
    expect((await boards.mandate(registrar, other, { principal: head.id })).status).toBe(200)
    expect(await approveBy(deputy, 'Duyệt theo uỷ quyền')).toBe('approved')
    expect(await approveBy(other, 'Thành viên duyệt theo uỷ quyền')).toBe('approved')
    const acts = (await readLedger(boards.owner, boards.city.code)).filter(
      (one) => one.kind === 'mandate' && one.content.principal === head.id,
    )
    expect(acts.map((one) => [one.by, one.capacity, one.content.document])).toEqual([
      [head.id, 'head', '5/GUQ'],
      [registrar.id, 'registrar', '12/GUQ-BBT'],
    ])
  })

  test('is not given by anybody else', async () => {
    const others = [
      deputy,
      await boards.person({ role: 'member' }),
      await boards.person({ role: 'head', site: boards.ward.id }),
      await boards.person({ roles: ['auditor'] }),
    ]
    const member = await boards.person({ role: 'member' })
    for (const one of others) {
      const { code } = await boards.mandate(one, member, { principal: head.id })
      expect(code).toBe('not_a_registrar')
    }
    const req = await createLocalReq(
      { user: { id: head.id, collection: 'users', _strategy: 'api-key' } as never }, // as a key would sign in
      boards.payload,
    )
    const mandate = {
      board: boards.city.code,
      principal: head.id,
      delegate: deputy.id,
      collections: null,
      categories: null,
      startsOn: dayFromNow(0),
      endsOn: dayFromNow(1),
      document: '1/GUQ',
    }
    await expect(grantMandate({ req, mandate })).rejects.toMatchObject({ code: 'people_only' })
    expect(await approveBy(member, 'Không ai uỷ quyền')).toBe('not_a_member')
  })

  test('is not given to oneself, also not by the door of a second account', async () => {
    expect((await boards.mandate(head, head)).code).toBe('not_about_oneself')
    const registrar = await boards.person({ roles: ['systemAdmin'], identityNumber: '900' })
    const own = await boards.person({ role: 'member', identityNumber: '900' })
    const { code } = await boards.mandate(registrar, own, { principal: head.id })
    expect(code).toBe('not_about_oneself')
  })

  test('goes to a deputy or member of the same board only', async () => {
    const others = [
      await boards.person({ role: 'editor' }),
      await boards.person({ role: 'checker' }),
      await boards.person({ role: 'deputy', site: boards.ward.id }),
      await boards.person({ role: 'deputy', endsOn: dayFromNow(-1) }),
      await boards.person(),
    ]
    for (const one of others)
      expect((await boards.mandate(head, one)).code).toBe('delegate_not_on_board')
  })

  test('is not passed on by whoever holds it', async () => {
    const member = await boards.person({ role: 'member' })
    await boards.mandate(head, deputy)
    expect((await boards.mandate(deputy, member)).code).toBe('principal_not_head')
    expect((await boards.mandate(deputy, member, { principal: head.id })).code).toBe(
      'not_a_registrar',
    )
    expect(await approveBy(member, 'Uỷ quyền lại')).toBe('not_a_member')
  })

  test('needs a document, a last day, and a scope that exists', async () => {
    const wrong: [Record<string, unknown>, string][] = [
      [{ document: ' ' }, 'reason_required'],
      [{ endsOn: '' }, 'bad_days'],
      [{ startsOn: dayFromNow(2), endsOn: dayFromNow(1) }, 'bad_days'],
      [{ collections: ['khong-co'] }, 'bad_input'],
      [{ collections: [] }, 'bad_input'],
      [{ categories: [] }, 'bad_input'],
    ]
    for (const [more, code] of wrong)
      expect((await boards.mandate(head, deputy, more)).code).toBe(code)
  })

  test.each([
    ['before its first day', { startsOn: dayFromNow(1) }, 'not_a_member'],
    ['after its last day', { startsOn: dayFromNow(-3), endsOn: dayFromNow(-1) }, 'not_a_member'],
    ['on its last day', { startsOn: dayFromNow(-3), endsOn: dayFromNow(0) }, 'approved'],
  ])('%s', async (name, days, outcome) => {
    expect((await boards.mandate(head, deputy, days)).status).toBe(200)
    expect(await approveBy(deputy, `Uỷ quyền ${name}`)).toBe(outcome)
  })

  test('holds for its content types and sections only', async () => {
    await boards.mandate(head, deputy, { collections: ['documents'] })
    expect(await approveBy(deputy, 'Ngoài loại nội dung')).toBe('not_a_member')
    await boards.mandate(head, deputy, { categories: [boards.category + 1000] })
    expect(await approveBy(deputy, 'Ngoài chuyên mục')).toBe('not_a_member')
    await boards.mandate(head, deputy, { collections: ['articles'], categories: [boards.category] })
    expect(await approveBy(deputy, 'Trong phạm vi')).toBe('approved')
  })

  test('ends at once by the head or a registrar with a reason, by nobody else', async () => {
    const { body } = await boards.mandate(head, deputy)
    const end = (by: Person, reason = 'Trưởng Ban đã về') =>
      boards.call('POST', `/editorial-board/mandates/${String(body.id)}/end`, by, { reason })
    expect((await end(deputy)).code).toBe('not_a_registrar')
    expect((await end(head, ' ')).code).toBe('reason_required')
    expect((await end(head)).status).toBe(200)
    expect((await end(head)).code).toBe('appointment_missing')
    expect(await approveBy(deputy, 'Uỷ quyền đã chấm dứt')).toBe('not_a_member')
    const chain = await readLedger(boards.owner, boards.city.code)
    expect(chain.find((one) => one.content.mandate === body.id)).toMatchObject({
      kind: 'mandateEnd',
      by: head.id,
      content: { reason: 'Trưởng Ban đã về' },
    })
  })

  test('carries nothing once the term of the head or of the delegate is over', async () => {
    await boards.mandate(head, deputy)
    const appointmentEnd = async (person: Person) => {
      const registrar = await boards.person({ roles: ['systemAdmin'] })
      const second = await boards.person({ roles: ['systemAdmin'] })
      const { rows } = await boards.owner.query<{ id: string }>(
        'select id from editorial.appointments where person = $1',
        [person.id],
      )
      const path = `/editorial-board/appointments/${rows[0]?.id}/end`
      const day = { endsOn: dayFromNow(-1), document: '9/QĐ' }
      const { body } = await boards.call('POST', path, registrar, day)
      const settle = `/editorial-board/proposals/${String(body.proposalId)}/settle`
      await boards.call('POST', settle, second, { isConfirmed: true })
    }
    await appointmentEnd(head)
    expect(await approveBy(deputy, 'Trưởng Ban hết nhiệm kỳ')).toBe('mandate_not_in_force')
  })

  test('is refused by the database when somebody enters it for a head who did not give it', async () => {
    const answer = await boards.app
      .query(
        `insert into editorial.mandates (board, principal, delegate, starts_on, ends_on, document, granted_by, ledger_n)
         values ($1, $2, $3, now(), now() + interval '3 days', 'x', $4, 1)`,
        [boards.city.code, head.id, deputy.id, writer.id],
      )
      .then(
        () => 'done',
        (error: Error) => error.message,
      )
    expect(answer).toBe('not_a_registrar')
  })
})

describe('a flow', () => {
  const set = (by: Person, flow: unknown, more: Record<string, unknown> = {}) =>
    boards.call('POST', '/editorial-board/flows', by, {
      log: boards.city.code,
      collection: 'articles',
      flow,
      document: '3/QC-BBT',
      ...more,
    })

  test('is set by the head of the board, by its document, and by nobody else', async () => {
    const registrar = await boards.person({ roles: ['systemAdmin'] })
    const wards = await boards.person({ role: 'head', site: boards.ward.id })
    await boards.mandate(head, deputy)
    for (const one of [deputy, registrar, wards, writer])
      expect((await set(one, smallCommune)).code).toBe('not_a_member')
    expect((await set(head, smallCommune, { document: '' })).code).toBe('reason_required')
    expect((await set(head, smallCommune, { collection: 'khong-co' })).code).toBe('bad_input')
    expect((await set(head, smallCommune)).status).toBe(200)
    const [last] = (await readLedger(boards.owner, boards.city.code)).toReversed()
    expect(last).toMatchObject({ kind: 'flow', by: head.id, content: { document: '3/QC-BBT' } })
    expect(await approveBy(await boards.person({ role: 'deputy' }), 'Phó Ban được duyệt')).toBe(
      'approved',
    )
    expect((await set(head, null)).status).toBe(200)
  })

  test('that cannot be used is refused with what is wrong', async () => {
    const [first] = componentSite.steps
    const answer = await set(head, {
      ...componentSite,
      steps: [{ ...first, quorum: 0, actors: [] }],
    })
    expect(answer.status).toBe(422)
    const [error] = answer.body.errors as { code: string; details: { faults: string[] } }[]
    expect(error?.code).toBe('bad_flow')
    expect(error?.details.faults).toEqual(
      expect.arrayContaining([
        'last_step_must_approve',
        'editing: actors_missing',
        'editing: quorum',
      ]),
    )
  })

  test('changes nothing for what was submitted before', async () => {
    const before = await waiting('Trình trước khi đổi quy trình')
    expect((await set(head, componentSite)).status).toBe(200)
    const after = await waiting('Trình sau khi đổi quy trình')
    expect((await boards.act(head, before, 'approve')).body.outcome).toBe('released')
    // The head has no voice in the editing step that now comes first.
    expect((await boards.act(head, after, 'approve')).code).toBe('not_a_member')
    const editor = await boards.person({ role: 'editor' })
    expect((await boards.act(editor, after, 'approve')).body.outcome).toBe('waiting')
    expect((await boards.act(head, after, 'approve')).body.outcome).toBe('released')
    expect((await set(head, null)).status).toBe(200)
  })
})
