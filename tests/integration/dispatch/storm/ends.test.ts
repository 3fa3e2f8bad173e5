import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#kit/inTransaction.ts'
import { issueDispatch } from '#plugins/dispatch/issueDispatch.ts'
import { findDispatch } from '#plugins/dispatch/storm/wall/findDispatch.ts'
import { password } from '#tests/support/newsroom.ts'
import { openStormDesk } from './stormDesk.ts'
import type { Answer, Officer } from './stormDesk.ts'

type Order = Parameters<typeof issueDispatch>[1]

let desk: Awaited<ReturnType<typeof openStormDesk>>
let duty: Officer
let second: Officer
let third: Officer
let head: { token: string }
let otherWard: { id: number; code: string }

beforeAll(async () => {
  desk = await openStormDesk()
  duty = await desk.officer('truc-ban', { board: 'member' })
  second = await desk.officer('truc-ban-2', { board: 'member' })
  third = await desk.officer('truc-ban-3', { board: 'member' })
  otherWard = await desk.ward('10106', 'Phường Bên', ['LOA-03'])
  const login = await fetch(`${desk.webs[0].url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: desk.room.head.email, password }),
  })
  head = (await login.json()) as { token: string }
  await desk.startWorker()
})
afterAll(() => desk.stop())

/** Each code opens once: when one person's have gone, the next one issues. */
const issue = async (more: Record<string, unknown> = {}) => {
  const by = [duty, third].find((one) => one.recoveryCodes.length > 0) ?? duty
  const { status, body } = await desk.call(
    by,
    '/storm/issue',
    desk.emergency({ code: by.recoveryCodes.pop(), ...more }),
  )
  expect(status).toBe(200)
  return { bulletin: Number(body.bulletin), name: `${String(body.log)}~${String(body.seq)}` }
}

const act = (
  who: { token: string },
  path: string,
  body: Record<string, unknown>,
  process: 0 | 1 = 0,
) => desk.call(who, `/storm/${path}`, { key: crypto.randomUUID(), ...body }, process)

const board = async (
  who: { token: string },
  path: string,
  body: Record<string, unknown>,
): Promise<Answer> => {
  const answer = await fetch(`${desk.webs[0].url}/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `JWT ${who.token}` },
    body: JSON.stringify(body),
  })
  const content = (await answer.json()) as Answer['body'] & { errors?: { code: string }[] }
  return { status: answer.status, code: content.errors?.[0]?.code, body: content }
}

/** What was released of a bulletin, as devices are to understand it. */
const released = async (bulletin: number): Promise<string[]> => {
  const { rows } = await desk.pool.query<{ kind: string }>(
    `select case when kind = 'withdraw' or body::jsonb #>> '{locales,vi,messageKind}' = 'cancel' then 'end' else kind end as kind
     from release.releases where collection = 'bulletins' and doc_id = $1 order by seq`,
    [bulletin],
  )
  return rows.map(({ kind }) => kind)
}

const dispatched = (bulletin: number, count: number) =>
  expect
    .poll(() => desk.count('dispatch.dispatches where doc_id = $1', [bulletin]), {
      timeout: 20_000,
    })
    .toBe(count)

test.each([
  [0, 0],
  [25, 0],
  [50, 0],
  [0, 25],
])(
  'a correction (after %d ms) and an end (after %d ms): nothing goes out once it has ended',
  async (updateAfter, endAfter) => {
    const { bulletin } = await issue({ title: `Đua ${updateAfter} ${endAfter}` })
    const after = async (wait: number, work: () => Promise<Answer>) => {
      await new Promise((resolve) => {
        setTimeout(resolve, wait)
      })
      return work()
    }
    const [update, end] = await Promise.all([
      after(updateAfter, () =>
        act(
          second,
          `${bulletin}/update`,
          { explanation: 'Sửa', text: 'Lời sửa.', code: second.recoveryCodes.pop() },
          1,
        ),
      ),
      after(endAfter, () =>
        act(duty, `${bulletin}/end`, { explanation: 'Báo động giả', type: 'error' }),
      ),
    ])
    expect(end.status).toBe(200)
    expect([200, 409]).toContain(update.status)
    if (update.status === 409) expect(update.code).toMatch(/^(not_in_force|draft_differs)$/)
    const kinds = await released(bulletin)
    expect(kinds.at(-1)).toBe('end')
    expect(kinds).toHaveLength(update.status === 200 ? 3 : 2)
    const { rows } = await desk.pool.query<{ asked: string }>(
      `select asked ->> 'text' as asked from dispatch.storm_acts where bulletin_id = $1 and act = 'update'`,
      [bulletin],
    )
    if (rows[0]) expect(rows[0].asked).toBe('Lời sửa.')
  },
)

test('the board’s own withdrawal at the same moment as a correction stays the last word', async () => {
  const chief = await desk.officer('pho-ban', { board: 'head' })
  for (let turn = 0; turn < 3; turn += 1) {
    const { bulletin } = await issue({ title: `Gỡ và sửa ${turn}` })
    const [update, withdrawal] = await Promise.all([
      act(
        second,
        `${bulletin}/update`,
        { explanation: 'Sửa', text: 'Lời sửa.', code: second.recoveryCodes.pop() },
        1,
      ),
      board(chief, '/editorial-board/withdrawals', {
        collection: 'bulletins',
        id: bulletin,
        type: 'error',
        explanation: 'Báo động giả.',
        code: chief.recoveryCodes.pop(),
      }),
    ])
    expect(withdrawal.status).toBe(200)
    expect([200, 409]).toContain(update.status)
    expect((await released(bulletin)).at(-1)).toBe('end')
  }
})

test('an end that failed is not taken for done by the correction that followed it', async () => {
  const { bulletin } = await issue({ title: 'Lỗi giữa chừng' })
  const end = { key: crypto.randomUUID(), explanation: 'Hết nguy hiểm.', type: 'expired' }
  await desk.pool.query(
    `create function public.fail_once() returns trigger language plpgsql as $$ begin raise exception 'fails'; end $$;
     create trigger fail_once before insert on release.decisions for each row execute function public.fail_once()`,
  )
  const failed = await desk.call(duty, `/storm/${bulletin}/end`, end)
  await desk.pool.query(
    'drop trigger fail_once on release.decisions; drop function public.fail_once()',
  )
  expect(failed.status).toBe(500)
  const update = await act(duty, `${bulletin}/update`, {
    explanation: end.explanation,
    text: 'Vẫn nguy hiểm.',
  })
  expect(update.status).toBe(200)
  const again = await desk.call(duty, `/storm/${bulletin}/end`, end)
  expect(again.status).toBe(200)
  expect(again.body.seq).not.toBe(update.body.seq)
  expect(await released(bulletin)).toEqual(['publish', 'update', 'end'])
})

test('an end that came through without being noted is found again', async () => {
  const { bulletin } = await issue({ title: 'Đã dừng' })
  const end = { key: crypto.randomUUID(), explanation: 'Hết nguy hiểm.', type: 'expired' }
  const first = await desk.call(duty, `/storm/${bulletin}/end`, end)
  expect(first.status).toBe(200)
  await desk.pool.query(
    'update dispatch.storm_acts set log = null, seq = null, done_at = null where key = $1',
    [end.key],
  )
  const again = await desk.call(duty, `/storm/${bulletin}/end`, end)
  expect([again.status, again.body.seq]).toEqual([200, first.body.seq])
  expect(await released(bulletin)).toEqual(['publish', 'end'])
})

test('what is shortened can be ended until the time that was said first', async () => {
  const { bulletin } = await issue({ title: 'Rút ngắn' })
  const shortened = new Date(Date.now() + 3000)
  const shorten = await act(duty, `${bulletin}/update`, {
    explanation: 'Sắp xong.',
    expiresAt: shortened.toISOString(),
  })
  expect(shorten.status).toBe(200)
  await expect.poll(() => Date.now(), { timeout: 10_000 }).toBeGreaterThan(shortened.getTime())
  const reworded = await act(duty, `${bulletin}/update`, { explanation: 'Sửa.', text: 'Lời mới.' })
  expect([reworded.status, reworded.code]).toEqual([422, 'already_over'])
  const end = await act(duty, `${bulletin}/end`, { explanation: 'Đã xong.', type: 'expired' })
  expect([end.status, end.code]).toEqual([200, undefined])
  expect(await released(bulletin)).toEqual(['publish', 'update', 'end'])
  const twice = await act(duty, `${bulletin}/end`, { explanation: 'Đã xong.', type: 'expired' })
  expect([twice.status, twice.code]).toEqual([409, 'not_in_force'])
})

test('the board’s withdrawal of an emergency in force asks for a code, that of one that is over does not', async () => {
  const { bulletin } = await issue({ title: 'Không mã' })
  const withdrawal = {
    collection: 'bulletins',
    id: bulletin,
    type: 'error',
    explanation: 'Không cần mã.',
  }
  const withdraw = (more: Record<string, unknown> = {}) =>
    board(head, '/editorial-board/withdrawals', { ...withdrawal, ...more })
  const refused = await withdraw()
  expect([refused.status, refused.code]).toEqual([403, 'second_factor_missing'])
  const deputy = await desk.officer('truong-ban', { board: 'head' })
  const wrong = await board(deputy, '/editorial-board/withdrawals', {
    ...withdrawal,
    code: '000000',
  })
  expect([wrong.status, wrong.code]).toEqual([403, 'second_factor_refused'])
  expect(await released(bulletin)).toEqual(['publish'])
  const done = await board(deputy, '/editorial-board/withdrawals', {
    ...withdrawal,
    code: deputy.recoveryCodes.pop(),
  })
  expect(done.status).toBe(200)
  const plain = await desk.payload.create({
    collection: 'bulletins',
    data: { title: 'Tin thường', text: 'Lời.', site: desk.room.site.id, priority: 'normal' },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  await desk.room.publish('bulletins', plain.id)
  expect((await withdraw({ id: plain.id })).status).toBe(200)
})

test('pictures for some boards leave an alert the last word; ended is what was ended for all', async () => {
  const { bulletin, name } = await issue({ title: 'Ảnh cho bảng' })
  await dispatched(bulletin, 1)
  const { rows } = await desk.pool.query<{ chain: string; snapshot: string }>(
    'select chain, snapshot from dispatch.dispatches where doc_id = $1',
    [bulletin],
  )
  const [alert] = rows
  if (!alert) throw new Error('no dispatch')
  const { title, text, spokenText, language, topic, media, ...sent } = JSON.parse(
    alert.snapshot,
  ) as Order & Order['content']
  const [log = '', seq] = name.split('~')
  await inTransaction(desk.pool, (client) =>
    issueDispatch(client, {
      chain: alert.chain,
      cause: `forms/${log}/${String(seq)}/1`,
      kind: 'update',
      priority: sent.priority,
      release: { log, seq: Number(seq), docId: bulletin },
      content: { title, text, spokenText, language, topic, media },
      issuer: sent.issuer,
      issuedAt: sent.issuedAt,
      effectiveAt: sent.effectiveAt,
      expiresAt: sent.expiresAt,
      audience: { areas: [], groups: [], devices: ['LOA-01'] },
      reasonCode: 'naturalDisaster',
      isOverride: false,
      isAddition: true,
    }),
  )
  await dispatched(bulletin, 2)
  expect(await findDispatch(desk.pool, name)).toMatchObject({
    kind: 'alert',
    isLast: true,
    endedAt: null,
  })
  await act(duty, `${bulletin}/end`, { explanation: 'Xong.', type: 'expired' })
  await dispatched(bulletin, 3)
  expect(await findDispatch(desk.pool, name)).toMatchObject({
    isLast: false,
    endedAt: expect.stringMatching(/^\d{4}-/),
  })
})

test('the wall of an update that leaves devices out shows the update', async () => {
  const { bulletin, name } = await issue({
    title: 'Thu hẹp',
    areas: [desk.unit.code, otherWard.code],
  })
  await dispatched(bulletin, 1)
  await desk.pool.query(
    `update dispatch.deliveries l set state = 'accepted', accepted_at = now(), attempts = 1, lease = null, lease_until = null
     from dispatch.dispatches d where d.id = l.dispatch_id and d.doc_id = $1`,
    [bulletin],
  )
  await desk.payload.update({
    collection: 'bulletins',
    id: bulletin,
    data: { areas: [desk.unit.id], text: 'Chỉ còn một phường.' },
    draft: true,
    locale: 'vi',
    overrideAccess: true,
  })
  const update = await board(third, '/editorial-board/emergency', {
    collection: 'bulletins',
    id: bulletin,
    reasonCode: 'naturalDisaster',
    explanation: 'Thu hẹp địa bàn.',
    code: third.recoveryCodes.pop(),
  })
  expect(update.status).toBe(200)
  await dispatched(bulletin, 3)
  expect(
    await findDispatch(desk.pool, `${String(update.body.log)}~${String(update.body.seq)}`),
  ).toMatchObject({ kind: 'update', text: 'Chỉ còn một phường.', isLast: true, endedAt: null })
  expect(await findDispatch(desk.pool, name)).toMatchObject({ isLast: false, endedAt: null })
})
