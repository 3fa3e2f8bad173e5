import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStormDesk } from './stormDesk.ts'
import type { Officer } from './stormDesk.ts'

let desk: Awaited<ReturnType<typeof openStormDesk>>
let duty: Officer

beforeAll(async () => {
  desk = await openStormDesk()
  duty = await desk.officer('truc-ban', { board: 'member' })
})
afterAll(() => desk.stop())

const code = () => duty.recoveryCodes.pop() ?? ''
const bulletins = (title: string) =>
  desk.count('public.bulletins_locales where title = $1', [title])
const releases = (title: string) =>
  desk.count("release.releases where collection = 'bulletins' and body like '%' || $1 || '%'", [
    title,
  ])

test('pressed twice at once, on two web processes, and again after a reload, it is one bulletin and one release', async () => {
  const body = desk.emergency({ title: 'Một lần thôi', code: duty.codeNow() })
  const answers = await Promise.all([
    desk.call(duty, '/storm/issue', body, 0),
    desk.call(duty, '/storm/issue', body, 1),
    desk.call(duty, '/storm/issue', body, 0),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1)
  const later = await desk.call(duty, '/storm/issue', { ...body, code: undefined }, 1)
  expect(later.body).toEqual(answers[0].body)
  expect(await bulletins('Một lần thôi')).toBe(1)
  expect(await releases('Một lần thôi')).toBe(1)
})

test('the same key with another text is refused, and so is another person with that key', async () => {
  const body = desk.emergency({ title: 'Khóa dùng lại', code: code() })
  expect((await desk.call(duty, '/storm/issue', body)).status).toBe(200)
  const other = await desk.call(duty, '/storm/issue', { ...body, text: 'Lời khác.' })
  expect([other.status, other.code]).toEqual([409, 'key_reused'])
  const deputy = await desk.officer('pho-ban', { board: 'deputy' })
  const stolen = await desk.call(deputy, '/storm/issue', body)
  expect([stolen.status, stolen.code]).toEqual([409, 'key_reused'])
  expect(await bulletins('Khóa dùng lại')).toBe(1)
})

test('a code is taken once, whichever process is asked', async () => {
  const watch = await desk.officer('truc-dem', { board: 'member' })
  const shown = watch.codeNow()
  const acts = ['Dùng mã A', 'Dùng mã B', 'Dùng mã C', 'Dùng mã D'].map((title) =>
    desk.emergency({ title, code: shown }),
  )
  const answers = await Promise.all(
    acts.map((body, index) => desk.call(watch, '/storm/issue', body, index % 2 === 0 ? 0 : 1)),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter((one) => one.code === 'second_factor_used')).toHaveLength(3)
  const recovery = watch.recoveryCodes[0] ?? ''
  const twice = await Promise.all(
    ([0, 1] as const).map((process) =>
      desk.call(
        watch,
        '/storm/issue',
        desk.emergency({ title: `Khôi phục ${process}`, code: recovery }),
        process,
      ),
    ),
  )
  expect(twice.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 403])
})

test('who guesses codes is stopped, and a recovery code still opens', async () => {
  const guesser = await desk.officer('doan-mo', { board: 'member' })
  const guess = async () => {
    const { code: refusal } = await desk.call(
      guesser,
      '/storm/issue',
      desk.emergency({ title: 'Đoán mã', code: '000000' }),
    )
    return refusal
  }
  for (let turn = 0; turn < 5; turn += 1) expect(await guess()).toBe('second_factor_refused')
  expect(await guess()).toBe('second_factor_locked')
  const right = await desk.call(
    guesser,
    '/storm/issue',
    desk.emergency({ title: 'Đoán mã', code: guesser.codeNow() }),
  )
  expect(right.code).toBe('second_factor_locked')
  const recovered = await desk.call(
    guesser,
    '/storm/issue',
    desk.emergency({ title: 'Khôi phục được', code: guesser.recoveryCodes[0] }),
  )
  expect(recovered.status).toBe(200)
  expect(await bulletins('Đoán mã')).toBe(0)
})

test('who is not of the board, or has no second factor, issues nothing', async () => {
  const editor = await desk.officer('bien-tap', { board: 'editor' })
  const operator = await desk.officer('van-hanh', { roles: ['operator'] })
  const bare = await desk.officer('chua-co', { board: 'member', hasFactor: false })
  const body = () => desk.emergency({ title: 'Không được phép', code: '123456' })
  expect((await desk.call(editor, '/storm/issue', body())).code).toBe('forbidden')
  expect((await desk.call(operator, '/storm/issue', body())).code).toBe('forbidden')
  expect((await desk.call({ token: 'x' }, '/storm/issue', body())).code).toBe('not_signed_in')
  expect((await desk.call(bare, '/storm/issue', body())).code).toBe('second_factor_missing')
  expect(await bulletins('Không được phép')).toBe(0)
})

test('what cannot be sent is refused before a draft is made', async () => {
  const refused = async (more: Record<string, unknown>) =>
    (await desk.call(duty, '/storm/issue', desk.emergency({ title: 'Sai', ...more }))).code
  expect(await refused({ areas: [] })).toBe('nobody_reached')
  expect(await refused({ expiresAt: '2020-01-01T00:00:00Z' })).toBe('already_over')
  expect(await refused({ isOverride: true, overrideReason: 'Xã không phản hồi' })).toBe(
    'override_not_here',
  )
  expect(await refused({ title: '' })).toBe('bad_input')
  expect(await refused({ areas: ['99999'], code: code() })).toBe('area_unknown')
  expect(await bulletins('Sai')).toBe(0)
})

test('an exercise says so in every form, whatever was typed', async () => {
  const { body } = await desk.call(
    duty,
    '/storm/issue',
    desk.emergency({ title: 'Thử còi', isExercise: true, code: code() }),
  )
  const { rows } = await desk.pool.query<{ body: string }>(
    'select body from release.releases where log = $1 and seq = $2',
    [body.log, body.seq],
  )
  const { vi } = (
    JSON.parse(rows[0]?.body ?? '{}') as { locales: Record<string, Record<string, string>> }
  ).locales
  expect(vi).toMatchObject({
    title: 'DIỄN TẬP: Thử còi',
    messageKind: 'exercise',
    reasonCode: 'exercise',
  })
  expect(vi?.text).toMatch(/^ĐÂY LÀ BẢN TIN DIỄN TẬP\./)
  expect(vi?.spokenText).toMatch(/không phải tình huống thật\.$/)
})

test('a correction and the all-clear follow without another code for ten minutes, once each, by who issued it', async () => {
  const { body } = await desk.call(
    duty,
    '/storm/issue',
    desk.emergency({ title: 'Lũ lên', code: code() }),
  )
  const correction = {
    key: crypto.randomUUID(),
    text: 'Nước đã vượt báo động 3.',
    explanation: 'Số liệu mới.',
  }
  const path = `/storm/${String(body.bulletin)}`
  const corrected = await Promise.all([
    desk.call(duty, `${path}/update`, correction, 0),
    desk.call(duty, `${path}/update`, correction, 1),
  ])
  expect(corrected.map(({ status }) => status)).toEqual([200, 200])
  expect(corrected[0].body).toEqual(corrected[1].body)
  expect(await releases('vượt báo động 3')).toBe(1)

  // A member of the board does not withdraw, but stops a false alarm: the cancellation is released, and reviewed later.
  const end = { key: crypto.randomUUID(), type: 'error', explanation: 'Báo nhầm.' }
  const ended = await desk.call(duty, `${path}/end`, end)
  expect([ended.status, ended.code]).toEqual([200, undefined])
  const { rows } = await desk.pool.query<{ kind: string }>(
    `select coalesce(body::jsonb -> 'locales' -> 'vi' ->> 'messageKind', kind) as kind from release.releases
     where collection = 'bulletins' and doc_id = $1 order by seq desc limit 1`,
    [body.bulletin],
  )
  expect(rows[0]?.kind).toBe('cancel')
  const again = await desk.call(duty, `${path}/end`, { ...end, key: crypto.randomUUID() })
  expect([again.status, again.code]).toEqual([409, 'not_in_force'])
  const other = await desk.officer('nguoi-khac', { roles: ['operator'] })
  expect((await desk.call(other, `${path}/end`, end)).code).toBe('forbidden')
})

test('the head ends by withdrawal, and a new bulletin ends the one it replaces', async () => {
  const head = await desk.officer('truong-ban-2', { board: 'deputy' })
  const first = await desk.call(
    head,
    '/storm/issue',
    desk.emergency({ title: 'Bản cũ', code: head.recoveryCodes[0] }),
  )
  const second = desk.emergency({
    title: 'Bản mới',
    code: head.recoveryCodes[1],
    supersedes: first.body.bulletin,
  })
  expect((await desk.call(head, '/storm/issue', second)).status).toBe(200)
  expect((await desk.call(head, '/storm/issue', second, 1)).status).toBe(200)
  expect(await desk.count('release.releases where doc_id = $1', [first.body.bulletin])).toBe(2)
})

test('the reach names devices by class and health, and communes without any', async () => {
  await desk.pool.query(
    `insert into dispatch.device_states (device_id, down_since) select id, now() from public.devices where code = 'LOA-02'`,
  )
  const { body } = await desk.call(duty, '/storm/reach', { areas: [desk.unit.code], groups: [] })
  expect(body).toMatchObject({ devices: 2, healthy: 1, lost: 1, communes: 1 })
  expect(body.lostDevices).toEqual([{ code: 'LOA-02', name: 'Cụm loa LOA-02', unit: 'Phường Thử' }])
})
