import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { carryOutDue, consentFor } from '#plugins/editorial-board/index.ts'
import { release } from '#plugins/release-log/index.ts'
import { sqlOf } from '#kit/transaction.ts'
import { createLocalReq } from 'payload'
import { verifyDatabase } from '#tests/support/verifyDatabase.ts'
import { paragraph } from '#tests/support/newsroom.ts'
import { dayFromNow, openBoards } from './openBoards.ts'
import type { Person } from './openBoards.ts'

let boards: Awaited<ReturnType<typeof openBoards>>
let writer: Person
let head: Person
let deputy: Person
let member: Person

beforeAll(async () => {
  boards = await openBoards()
  writer = await boards.person({ role: 'collaborator' })
  head = await boards.person({ role: 'head' })
  deputy = await boards.person({ role: 'deputy' })
  member = await boards.person({ role: 'member' })
})
afterAll(() => boards.stop())

const waiting = async (title: string, who = writer) => {
  const id = await boards.draft(who, title)
  return { id, submission: await boards.submit(who, id) }
}
const pause = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
const outcomeOf = async (submission: string) => {
  const { rows } = await boards.owner.query<{ state: string; reason: string | null }>(
    'select state, reason_code as reason from editorial.reviews where submission_id = $1',
    [submission],
  )
  return [rows[0]?.state, rows[0]?.reason]
}

describe('time of check', () => {
  /** Approves for a moment from now, lets something happen, waits, and lets the clock tick. */
  const scheduled = async (
    title: string,
    approver: Person,
    between: (made: { id: number; submission: string; decisionId: string }) => Promise<unknown>,
  ) => {
    const { id, submission } = await waiting(title)
    const publishAt = new Date(Date.now() + 700).toISOString()
    const answer = await boards.act(approver, submission, 'approve', { publishAt })
    expect(answer.body.outcome, JSON.stringify(answer.body)).toBe('decided')
    const decisionId = String(answer.body.decisionId)
    await between({ id, submission, decisionId })
    await pause(Math.max(0, Date.parse(publishAt) - Date.now()) + 50)
    await carryOutDue(boards.payload)
    return { id, submission, decisionId }
  }

  test('what was approved goes out at its time, and not what was written since', async () => {
    const { id, submission } = await scheduled('Hẹn giờ đăng', head, ({ id: article }) =>
      boards.call('PATCH', `/articles/${article}?draft=true`, writer, {
        title: 'Sửa sau khi duyệt',
      }),
    )
    expect(await boards.shown(id)).toBe('Hẹn giờ đăng')
    expect(await outcomeOf(submission)).toEqual(['approved', null])
    const draft = await boards.call('GET', `/articles/${id}?draft=true`, writer)
    expect(draft.body.title).toBe('Sửa sau khi duyệt')
  })

  test('nothing, when the mandate of the approver ended in the meantime', async () => {
    const acting = await boards.person({ role: 'deputy' })
    const { body } = await boards.mandate(head, acting)
    const { id, submission } = await scheduled('Uỷ quyền hết', acting, () =>
      boards.call('POST', `/editorial-board/mandates/${String(body.id)}/end`, head, {
        reason: 'Trưởng Ban đã về',
      }),
    )
    expect(await boards.shown(id)).toBeNull()
    expect(await outcomeOf(submission)).toEqual(['lapsed', 'mandate_not_in_force'])
  })

  test('nothing, under a legal hold; once it is lifted, the board decides anew', async () => {
    const { id, submission } = await scheduled('Bị tạm dừng', head, async ({ id: article }) => {
      const hold = { collection: 'articles', id: article, document: '88/CV-CAHN' }
      expect(
        (await boards.call('POST', '/editorial-board/holds', deputy, { ...hold, reason: 'x' }))
          .code,
      ).toBe('not_a_member')
      await boards.call('POST', '/editorial-board/holds', head, {
        ...hold,
        reason: 'Cơ quan điều tra yêu cầu tạm dừng',
      })
    })
    expect(await boards.shown(id)).toBeNull()
    expect(await outcomeOf(submission)).toEqual(['lapsed', 'on_hold'])
    const again = await boards.submit(writer, id)
    expect((await boards.act(head, again, 'approve')).code).toBe('on_hold')
    const lift = { collection: 'articles', id, reason: 'Hết thời hạn tạm dừng' }
    expect((await boards.call('POST', '/editorial-board/holds/lift', head, lift)).status).toBe(200)
    expect((await boards.act(head, again, 'approve')).status).toBe(200)
    expect(await boards.shown(id)).toBe('Bị tạm dừng')
  })

  test('nothing, when the decision was taken back; and the database refuses a replay of either kind', async () => {
    const { id, submission, decisionId } = await scheduled('Rút lại quyết định', head, (made) =>
      boards.act(head, made.submission, 'cancel', { explanation: 'Chờ số liệu mới' }),
    )
    expect(await boards.shown(id)).toBeNull()
    expect(await outcomeOf(submission)).toEqual(['lapsed', 'cancelled'])
    const req = await createLocalReq({}, boards.payload)
    await expect(release({ req, decisionId })).rejects.toMatchObject({ code: 'decision_revoked' })
    const done = await scheduled('Đã thi hành', head, () => Promise.resolve())
    await expect(release({ req, decisionId: done.decisionId })).rejects.toMatchObject({
      code: 'decision_already_used',
    })
  })

  test('nothing, when the item was withdrawn or released anew in the meantime', async () => {
    const gone = await waiting('Gỡ trước giờ hẹn')
    await boards.act(head, gone.submission, 'approve')
    await boards.call('PATCH', `/articles/${gone.id}?draft=true`, writer, { title: 'Bản hẹn giờ' })
    const submission = await boards.submit(writer, gone.id)
    const publishAt = Date.now() + 700
    await boards.act(head, submission, 'approve', { publishAt: new Date(publishAt).toISOString() })
    await boards.call('POST', '/editorial-board/withdrawals', head, {
      collection: 'articles',
      id: gone.id,
      type: 'error',
      explanation: 'Sai.',
    })
    await pause(Math.max(0, publishAt - Date.now()) + 50)
    await carryOutDue(boards.payload)
    expect(await boards.shown(gone.id)).toBeNull()
    expect(await outcomeOf(submission)).toEqual(['lapsed', 'overtaken'])
  })

  test('nothing before its time', async () => {
    const { id, submission } = await waiting('Chưa đến giờ')
    const publishAt = new Date(Date.now() + 3_600_000).toISOString()
    const answer = await boards.act(head, submission, 'approve', { publishAt })
    expect(answer.body.outcome).toBe('decided')
    await carryOutDue(boards.payload)
    expect(await boards.shown(id)).toBeNull()
    const req = await createLocalReq({}, boards.payload)
    await expect(
      release({ req, decisionId: String(answer.body.decisionId) }),
    ).rejects.toMatchObject({ code: 'decision_not_due' })
  })

  test('a time in the past is no time', async () => {
    const { submission } = await waiting('Hẹn về quá khứ')
    const publishAt = new Date(Date.now() - 60_000).toISOString()
    expect((await boards.act(head, submission, 'approve', { publishAt })).code).toBe('bad_time')
  })
})

describe('four eyes', () => {
  test('neither the writer nor an editor of the text approves it, nor a second account of one of them', async () => {
    const other = await boards.person({ role: 'head', identityNumber: '001099000001' })
    const alias = await boards.person({ role: 'editor', identityNumber: '001099000001' })
    const { id } = await waiting('Ai cũng sửa')
    await boards.call('PATCH', `/articles/${id}?draft=true`, head, { lead: 'Trưởng Ban sửa.' })
    await boards.call('PATCH', `/articles/${id}?draft=true`, alias, { author: 'Ban Biên tập' })
    const submission = await boards.submit(writer, id)
    expect((await boards.act(head, submission, 'approve')).code).toBe('own_work')
    expect((await boards.act(other, submission, 'approve')).code).toBe('own_work')
    const third = await boards.person({ role: 'head' })
    expect((await boards.act(third, submission, 'approve')).status).toBe(200)
    expect(await boards.shown(id)).toBe('Ai cũng sửa')
    // What they wrote is public now: they are free again for the next version.
    await boards.call('PATCH', `/articles/${id}?draft=true`, writer, { lead: 'Bản mới.' })
    const second = await boards.submit(writer, id)
    expect((await boards.act(head, second, 'approve')).status).toBe(200)
  })

  test('no head gives up the rule of four eyes for the board', async () => {
    const { code, body } = await boards.call('POST', '/editorial-board/flows', head, {
      log: boards.city.code,
      document: 'Quy chế',
      flow: {
        code: 'alone',
        name: { vi: 'Một mình', en: 'Alone' },
        fourEyes: 'none',
        steps: [
          {
            key: 'approval',
            label: { vi: 'Duyệt', en: 'Approval' },
            kind: 'approval',
            actors: ['head'],
            quorum: 1,
            limitHours: 8,
          },
        ],
      },
    })
    expect(code).toBe('bad_flow')
    expect(JSON.stringify(body)).toContain('four_eyes_needed')
  })

  test('a quorum of two with the head among them is not met by the head alone', async () => {
    const set = await boards.call('POST', '/editorial-board/flows', head, {
      log: boards.city.code,
      collection: 'pages',
      document: 'Quy chế làm việc, Điều 4',
      flow: {
        code: 'two',
        name: { vi: 'Hai người', en: 'Two people' },
        fourEyes: 'contributors',
        steps: [
          {
            key: 'approval',
            label: { vi: 'Duyệt', en: 'Approval' },
            kind: 'approval',
            actors: ['head', 'member'],
            quorum: 2,
            headMust: true,
            limitHours: 8,
          },
        ],
      },
    })
    expect(set.status, JSON.stringify(set.body)).toBe(200)
    const { body } = await boards.call('POST', '/pages?draft=true', writer, {
      title: 'Giới thiệu',
      body: paragraph('Lời giới thiệu.'),
      site: boards.city.id,
    })
    const id = (body.doc as { id: number }).id
    const submission = await boards.submit(writer, id, 'pages')
    expect((await boards.act(head, submission, 'approve')).body.outcome).toBe('waiting')
    expect((await boards.act(head, submission, 'approve')).code).toBe('already_voted')
    const second = await boards.person({ role: 'member' })
    expect((await boards.act(second, submission, 'approve')).body.outcome).toBe('released')
    const { rows } = await boards.owner.query<{ ballots: string[] }>(
      `select (l.text::jsonb -> 'content' -> 'ballots') as ballots from editorial.ledger l
       where l.kind = 'decision' and l.text::jsonb -> 'content' ->> 'submission' = $1`,
      [submission],
    )
    expect(rows[0]?.ballots).toHaveLength(2)
    for (const statement of [
      `update editorial.ballots set vote = 'refuse' where submission_id = '${submission}'`,
      `delete from editorial.ballots where submission_id = '${submission}'`,
    ])
      await expect(boards.owner.query(statement)).rejects.toThrow(/append_only/)
  })
})

describe('acting head', () => {
  test('only a mandate in force, within its scope, from a head by appointment, lets a deputy decide', async () => {
    const { id, submission } = await waiting('Thay mặt Trưởng Ban')
    const refused = async () => (await boards.act(deputy, submission, 'approve')).code
    expect(await refused()).toBe('not_a_member')
    await boards.mandate(head, deputy, { startsOn: dayFromNow(1), endsOn: dayFromNow(9) })
    expect(await refused()).toBe('not_a_member')
    await boards.mandate(head, deputy, { startsOn: dayFromNow(-9), endsOn: dayFromNow(-1) })
    expect(await refused()).toBe('not_a_member')
    await boards.mandate(head, deputy, { collections: ['documents'] })
    expect(await refused()).toBe('not_a_member')
    const own = await boards.mandate(deputy, member)
    expect([own.status, own.code]).toEqual([422, 'principal_not_head'])
    expect((await boards.mandate(deputy, deputy)).code).toBe('not_about_oneself')
    const { body } = await boards.mandate(head, deputy, { collections: ['articles'] })
    expect((await boards.act(deputy, submission, 'approve')).status).toBe(200)
    expect(await boards.shown(id)).toBe('Thay mặt Trưởng Ban')
    const { rows } = await boards.owner.query(
      `select d.capacity, d.acting_for as "actingFor", m.id as mandate, m.document, l.text::jsonb ->> 'actingFor' as signed
       from release.decisions d join editorial.mandates m on m.id = d.mandate_id
       join editorial.ledger l on l.kind = 'decision' and l.text::jsonb -> 'content' ->> 'id' = d.id::text
       where d.submission_id = $1`,
      [submission],
    )
    expect(rows).toEqual([
      {
        capacity: 'acting',
        actingFor: head.id,
        mandate: body.id,
        document: '12/GUQ-BBT',
        signed: String(head.id),
      },
    ])
  })
})

describe('rejection', () => {
  test('keeps ground, clause, the day of the list and the explanation, and its writer reads them', async () => {
    const { id, submission } = await waiting('Bị từ chối')
    const no = (body: Record<string, string>) => boards.act(head, submission, 'refuse', body)
    expect((await no({ ground: 'untrue', explanation: '' })).code).toBe('reason_required')
    expect((await no({ ground: 'khong-thich', explanation: 'Vì thế.' })).code).toBe(
      'ground_not_in_force',
    )
    expect((await boards.act(head, submission, 'refuse', { explanation: 'x' })).code).toBe(
      'bad_input',
    )
    const explanation = 'Số liệu trái với báo cáo của Cục Thống kê.'
    expect((await no({ ground: 'untrue', explanation })).status).toBe(200)
    const { body } = await boards.call('GET', `/editorial-board/documents/articles/${id}`, writer)
    expect(body.review).toMatchObject({
      state: 'refused',
      reasonCode: 'untrue',
      clause: 'P-14.3c',
      explanation,
    })
    const { rows } = await boards.owner.query(
      `select b.clause, to_char(b.list_on, 'YYYY-MM-DD') as day, l.text::jsonb -> 'content' ->> 'clause' as signed
       from editorial.ballots b join editorial.ledger l on l.board = b.board and l.n = b.ledger_n
       where b.submission_id = $1 and b.vote = 'refuse'`,
      [submission],
    )
    expect(rows).toEqual([{ clause: 'P-14.3c', day: dayFromNow(0), signed: 'P-14.3c' }])
  })
})

describe('bundle', () => {
  test('several items become public together or not at all', async () => {
    const first = await waiting('Gói: bài một')
    const second = await waiting('Gói: bài hai')
    const made = await boards.call('POST', '/editorial-board/bundles', head, {
      name: 'Khai mạc lễ hội',
      submissionIds: [first.submission, second.submission],
    })
    expect(made.status).toBe(200)
    expect((await boards.act(head, first.submission, 'approve')).body.outcome).toBe('decided')
    await carryOutDue(boards.payload)
    expect(await boards.shown(first.id)).toBeNull()
    const answer = await boards.act(head, second.submission, 'approve')
    expect(answer.body.outcome).toBe('released')
    expect([await boards.shown(first.id), await boards.shown(second.id)]).toEqual([
      'Gói: bài một',
      'Gói: bài hai',
    ])
  })

  test('one that is refused keeps the others back until it is taken out', async () => {
    const first = await waiting('Gói hai: giữ lại')
    const second = await waiting('Gói hai: bị từ chối')
    await boards.call('POST', '/editorial-board/bundles', head, {
      name: 'Gói hai',
      submissionIds: [first.submission, second.submission],
    })
    await boards.act(head, first.submission, 'approve')
    await boards.act(head, second.submission, 'refuse', { ground: 'untrue', explanation: 'Sai.' })
    await carryOutDue(boards.payload)
    expect(await boards.shown(first.id)).toBeNull()
    const out = await boards.act(head, second.submission, 'leave-bundle', {
      explanation: 'Bỏ bài này',
    })
    expect(out.body).toEqual({ released: 1 })
    expect(await boards.shown(first.id)).toBe('Gói hai: giữ lại')
  })
})

describe('standing consent', () => {
  test('the receiving board alone gives it; scope, cover, days and revocation hold', async () => {
    const wardHead = await boards.person({ role: 'head', site: boards.ward.id })
    const consent = {
      log: boards.ward.code,
      sourceLog: boards.city.code,
      collections: ['articles'],
      mayPublish: true,
      mayUpdate: false,
      startsOn: dayFromNow(0),
      endsOn: dayFromNow(30),
      document: '3/NQ-BBT',
    }
    const give = (who: Person, more: Record<string, unknown> = {}) =>
      boards.call('POST', '/editorial-board/consents', who, { ...consent, ...more })
    expect((await give(head)).code).toBe('not_a_member')
    expect((await give(wardHead, { sourceLog: boards.ward.code })).code).toBe('bad_input')
    expect((await give(wardHead, { document: ' ' })).code).toBe('reason_required')
    const { body } = await give(wardHead)
    const sql = await sqlOf(await createLocalReq({}, boards.payload))
    const item = {
      log: boards.ward.code,
      sourceLog: boards.city.code,
      collection: 'articles',
      category: 1,
      contentKind: 'newsEvent',
      isUpdate: false,
      isEmergency: false,
    }
    expect(await consentFor(sql, item)).toBe(body.id)
    expect(await consentFor(sql, { ...item, isUpdate: true })).toBeNull()
    expect(await consentFor(sql, { ...item, collection: 'pages' })).toBeNull()
    expect(
      await consentFor(sql, { ...item, log: boards.city.code, sourceLog: boards.ward.code }),
    ).toBeNull()
    await give(wardHead, { startsOn: dayFromNow(1), mayUpdate: true })
    expect(await consentFor(sql, { ...item, isUpdate: true })).toBeNull()
    const end = (who: Person) =>
      boards.call('POST', `/editorial-board/consents/${String(body.id)}/end`, who, {
        reason: 'Tự quyết từng bài',
      })
    expect((await end(head)).code).toBe('not_a_member')
    expect((await end(wardHead)).status).toBe(200)
    expect(await consentFor(sql, item)).toBeNull()
  })
})

describe('emergency lane', () => {
  test('a reason of the list, an explanation, and another person’s review', async () => {
    const id = await boards.draft(writer, 'Vỡ đê bao, di dời khẩn cấp')
    const waits = await boards.submit(writer, id)
    const send = (who: Person, body: Record<string, unknown>) =>
      boards.call('POST', '/editorial-board/emergency', who, {
        collection: 'articles',
        id,
        ...body,
      })
    const reason = { reasonCode: 'naturalDisaster', explanation: 'Nước vượt báo động 3.' }
    expect((await send(writer, reason)).code).toBe('not_a_member')
    expect((await send(member, { ...reason, explanation: '' })).code).toBe('reason_required')
    expect((await send(member, { ...reason, reasonCode: 'gap' })).code).toBe('reason_not_in_force')
    expect((await send(member, reason)).status).toBe(200)
    expect(await boards.shown(id)).toBe('Vỡ đê bao, di dời khẩn cấp')
    expect(await boards.stateOf(waits)).toBe('superseded')
    const { body } = await boards.call('GET', `/editorial-board/documents/articles/${id}`, member)
    const { decisionId, mayReview } = body.emergency as { decisionId: string; mayReview: boolean }
    expect(mayReview).toBe(false)
    const review = (who: Person) =>
      boards.call('POST', `/editorial-board/emergency/${decisionId}/review`, who, {
        verdict: 'confirmed',
        explanation: '',
      })
    expect((await review(member)).code).toBe('own_work')
    expect((await review(writer)).code).toBe('not_a_member')
    expect((await review(head)).status).toBe(200)
    expect((await review(deputy)).code).toBe('already_reviewed')
  })
})

test('independent verification: after all of this the record verifies, with the public key alone', async () => {
  expect((await verifyDatabase()).findings).toEqual([])
})
