import { createLocalReq, handleEndpoints } from 'payload'
import type { PayloadRequest } from 'payload'
import type pg from 'pg'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readHistory } from '#plugins/update-sla/screens/readHistory.ts'
import { readClock, readClocks } from '#plugins/update-sla/screens/readClocks.ts'
import { readLeague, sortLeague } from '#plugins/update-sla/screens/readLeague.ts'
import { readSiteDay } from '#plugins/update-sla/screens/readSiteDay.ts'
import { readSiteYear, readSiteYears } from '#plugins/update-sla/screens/readSiteYear.ts'
import { readToday } from '#plugins/update-sla/today/readToday.ts'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openNewsroom, password } from '../../support/newsroom.ts'
import type { Newsroom } from '../../support/newsroom.ts'
import { openPool } from '#tests/support/openPool.ts'

let app: BootedPayload
let pool: pg.Pool
let ward: Newsroom
let operator: { id: number; email: string }

/** A working day; the one before it is a holiday since 2026. */
const now = new Date('2026-11-25T11:00:00+07:00')

beforeAll(async () => {
  app = await bootPayload()
  pool = openPool(app.ownerUrl, 4)
  await openNewsroom(app.payload)
  ward = await openNewsroom(app.payload, 'phuong-a')
  operator = await app.payload.create({
    collection: 'users',
    data: {
      email: 'van-hanh@coloa.example',
      password,
      fullName: 'Vận hành',
      roles: ['operator'],
      isActive: true,
    },
    overrideAccess: true,
    depth: 0,
  })
  await fill()
})
afterAll(async () => {
  await pool?.end()
  await app?.stop()
})

const requestOf = (user: { id: number }): Promise<PayloadRequest> =>
  createLocalReq({ user: { ...user, collection: 'users' } as never }, app.payload) // as a session gives it

const get = async (path: string, email?: string) => {
  const session = email
    ? await app.payload.login({ collection: 'users', data: { email, password } })
    : undefined
  return handleEndpoints({
    config: app.payload.config,
    request: new Request(`http://localhost/api/update-sla${path}`, {
      headers: session?.token ? { authorization: `JWT ${session.token}` } : {},
    }),
  })
}

/** Three days of the ward: kept, one of two missed and made good, both missed; and five clocks. */
const fill = async () => {
  const window = (day: string, code: string, hour: number, state: string) =>
    pool.query(
      `insert into sla.verdicts (site, window_code, day, clause, starts_at, ends_at, state, met_by_seq)
       values ('phuong-a', $1, $2::date, 'P-13.2b.1', $3::timestamptz, $3::timestamptz + interval '2 hours', $4, null)`,
      [code, day, `${day} ${hour}:00+07`, state],
    )
  for (const [day, morning, afternoon] of [
    ['2026-10-01', 'met', 'met'],
    ['2026-10-02', 'met', 'missed'],
    ['2026-10-05', 'missed', 'missed'],
  ] as const) {
    await window(day, 'componentMorning', 8, morning)
    await window(day, 'componentAfternoon', 13, afternoon)
  }
  await pool.query(
    `insert into sla.recoveries (site, window_code, day, at, seq) values ('phuong-a', 'componentAfternoon', '2026-10-02', '2026-10-02T17:00:00+07:00', 1)`,
  )
  await pool.query(
    `insert into sla.obligations (code, version, definition, valid_from)
     values ('probe', 1, '{"kind":"deadline","code":"probe","label":{"vi":"Việc thử","en":"Probe"},"clause":"P-13.1b","ladder":[]}', '2025-01-01')`,
  )
  const clock = (id: number, owner: string, title: string, due: string, ended: string | null) =>
    pool.query(
      `insert into sla.clocks (obligation, version, collection, doc_id, owner, title, event_at, noticed_at, due_at, ended_at, ended_by)
       values ('probe', 1, 'entry', $1, $2, $3, '2026-10-01T08:00:00+07:00', '2026-10-02T08:00:00+07:00', $4, $5::timestamptz, case when $5::timestamptz is null then null else 'act' end)`,
      [id, owner, title, due, ended],
    )
  await clock(1, 'site:phuong-a', '=HYPERLINK("x")', '2026-10-20T17:00:00+07:00', null)
  await clock(2, 'site:phuong-a', 'Đường ống 100% nước', '2026-11-26T17:00:00+07:00', null)
  await clock(3, 'site:ha-noi', 'Xong đúng hạn', '2026-10-09T17:00:00+07:00', '2026-10-08T10:00+07')
  await clock(4, 'site:ha-noi', 'Xong trễ', '2026-10-09T17:00:00+07:00', '2026-10-10T17:00+07')
  await clock(5, 'site:ha-noi', 'Đang dừng', '2026-10-09T17:00:00+07:00', null)
  await pool.query(
    `update sla.clocks set paused_at = '2026-10-08T08:00+07' where obligation = 'probe' and doc_id = 5`,
  )
}

test('a site’s year counts what was owed, missed and made good, day by day', async () => {
  expect(await readSiteYear(pool, 'phuong-a', 2026)).toEqual([
    { day: '2026-10-01', owed: 2, missed: 0, madeGood: 0 },
    { day: '2026-10-02', owed: 2, missed: 1, madeGood: 1 },
    { day: '2026-10-05', owed: 2, missed: 2, madeGood: 0 },
  ])
  expect(await readSiteYear(pool, 'phuong-a', 2025)).toEqual([])
  expect(await readSiteYears(pool, 'phuong-a', 2027)).toEqual([2027, 2026])
})

test('a day tells when a missed window was made good', async () => {
  const { windows } = await readSiteDay(pool, {
    site: 'phuong-a',
    day: '2026-10-02',
    from: new Date('2026-10-02T00:00:00+07:00'),
    until: new Date('2026-10-03T00:00:00+07:00'),
  })
  expect(windows).toMatchObject([
    { code: 'componentMorning', state: 'met', madeGoodAt: null },
    {
      code: 'componentAfternoon',
      state: 'missed',
      madeGoodBy: '1',
      madeGoodAt: new Date('2026-10-02T17:00:00+07:00'),
    },
  ])
})

test('what happened to a clock is told in order', async () => {
  const [late] = (
    await readClocks(await requestOf(operator), { filter: { text: 'Xong trễ' }, now, limit: 1 })
  ).clocks
  if (!late) throw new Error('the clock is there')
  await pool.query(
    `insert into sla.adjustments (clock, kind, at, until, reason) values ($1, 'extend', '2026-10-03T09:00+07', '2026-10-09T17:00+07', 'Chờ số liệu')`,
    [late.id],
  )
  const history = await readHistory(pool, late, now)
  expect(history.map(({ kind }) => kind)).toEqual(['event', 'noticed', 'extend', 'due'])
})

test('operators see the clocks of all, members of a board those of their site', async () => {
  const titles = async (user: { id: number }) =>
    (await readClocks(await requestOf(user), { filter: {}, now, limit: 50 })).clocks
      .filter(({ obligation }) => obligation === 'probe')
      .map(({ title }) => title)
  expect(await titles(operator)).toHaveLength(5)
  expect(await titles(ward.head)).toEqual(['=HYPERLINK("x")', 'Đường ống 100% nước'])
  const { rows } = await pool.query<{ id: string }>(
    `select id from sla.clocks where title = 'Xong trễ'`,
  )
  const [hidden] = rows
  expect(await readClock(await requestOf(ward.head), hidden?.id ?? '')).toBeUndefined()
  expect(await readClock(await requestOf(operator), hidden?.id ?? '')).toMatchObject({
    title: 'Xong trễ',
  })
})

test.each([
  [{ state: 'late' }, ['=HYPERLINK("x")']],
  [{ state: 'open' }, ['Đường ống 100% nước']],
  [{ state: 'paused' }, ['Đang dừng']],
  [{ state: 'ended' }, ['Xong trễ', 'Xong đúng hạn']],
  [{ state: 'endedLate' }, ['Xong trễ']],
  [{ text: 'duong ong 100%' }, ['Đường ống 100% nước']],
  [{ text: '1_0' }, []],
  [{ owner: 'site:ha-noi', text: 'xong đúng' }, ['Xong đúng hạn']],
] as const)('clocks filtered by %j', async (filter, expected) => {
  const found = await readClocks(await requestOf(operator), {
    filter: { ...filter, obligation: 'probe' },
    now,
    limit: 50,
  })
  expect(found.clocks.map(({ title }) => title)).toEqual(expected)
  expect(found.total).toBe(expected.length)
})

test('the league counts windows, deadlines and delays of a period', async () => {
  const rows = await readLeague(await requestOf(operator), {
    period: { from: '2026-10-01', to: '2026-10-31' },
    now,
  })
  expect(rows.find(({ log }) => log === 'phuong-a')).toMatchObject({
    windows: 6,
    windowsMissed: 3,
    windowRate: 0.5,
    deadlines: 1,
    deadlinesLate: 1,
    silenceHours: 31 * 24,
    medianDelayHours: 2,
  })
  expect(rows.find(({ log }) => log === 'ha-noi')).toMatchObject({
    windowRate: null,
    deadlines: 2,
    deadlinesLate: 1,
    deadlineRate: 0.5,
    medianDelayHours: 24,
  })
  const order = (isDescending: boolean) =>
    sortLeague(rows, 'windowRate', isDescending).map(({ log }) => log)
  expect([order(false), order(true)]).toEqual([
    ['phuong-a', 'ha-noi'],
    ['phuong-a', 'ha-noi'],
  ])
})

test('today’s windows are read from the log as it stands', async () => {
  const [site, ...more] = await readToday(await requestOf(ward.head), now)
  expect(more).toEqual([])
  expect(site?.windows.map(({ from, state }) => [from, state])).toEqual([
    ['08:00', 'missed'],
    ['13:00', 'ahead'],
  ])
})

const law = 'Điểm b khoản 1 Điều 13 Quy chế 4263/QĐ-UBND'

test('an Excel file holds the filtered clocks with real dates, and says nothing of others’', async () => {
  const answer = await get('/exports/clocks.xlsx?obligation=probe', ward.head.email)
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="clocks-.*xlsx"$/,
  )
  const [heads, ...rows] = await readSheet(Buffer.from(await answer.arrayBuffer()))
  expect(heads?.slice(0, 4)).toEqual(['Việc', 'Nghĩa vụ', 'Mã điều khoản', 'Căn cứ'])
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ['=HYPERLINK("x")', 'Việc thử', 'P-13.1b', law],
    ['Đường ống 100% nước', 'Việc thử', 'P-13.1b', law],
  ])
  // A sheet keeps days as floating numbers.
  const due = rows[0]?.[8]
  expect(due instanceof Date && Math.round(due.getTime() / 1000)).toBe(
    Date.parse('2026-10-20T17:00:00Z') / 1000,
  )
})

test('a CSV file is read by spreadsheets: its mark, its line ends, and no formulas', async () => {
  const answer = await get('/exports/clocks.csv?obligation=probe&q=hyperlink', operator.email)
  const text = Buffer.from(await answer.arrayBuffer()).toString('utf8')
  expect(text.startsWith('\uFEFFViệc,')).toBe(true)
  const [, first] = text.split('\r\n')
  expect(first?.startsWith(`"'=HYPERLINK(""x"")",Việc thử,P-13.1b,${law},phuong-a,`)).toBe(true)
  expect(text).toContain(',2026-10-20 17:00,')
})

test('windows and the league are taken along as they are shown', async () => {
  const windows = await get(
    '/exports/windows.csv?site=phuong-a&from=2026-10-01&to=2026-10-02',
    operator.email,
  )
  const lines = (await windows.text()).trim().split('\r\n')
  expect(lines).toHaveLength(5)
  expect(lines[1]).toContain(',P-13.2b.1,Điểm b khoản 2 Điều 13 Quy chế 4263/QĐ-UBND,')
  const league = await get('/exports/league.xlsx?from=2026-10-01&to=2026-10-31', operator.email)
  const rows = await readSheet(Buffer.from(await league.arrayBuffer()))
  expect(rows.find((row) => row[1] === 'site:phuong-a')?.slice(2, 5)).toEqual([6, 3, 0.5])
})

test.each([
  ['a stranger', '/exports/clocks.csv', undefined, 401],
  ['an unknown list', '/exports/users.csv', 'van-hanh@coloa.example', 404],
  ['an unknown kind', '/exports/clocks.pdf', 'van-hanh@coloa.example', 404],
])('%s is refused', async (_name, path, email, status) => {
  expect((await get(path, email)).status).toBe(status)
})

test('what had begun before the installation did is owed by nobody on the board of today', async () => {
  await pool.query(
    `insert into sla.progress (judged_until, began_at) values ($1, $1)
     on conflict (one) do update set judged_until = $1, began_at = $1`,
    [now],
  )
  const [site] = await readToday(await requestOf(ward.head), now)
  expect(site?.windows.map(({ from, state }) => [from, state])).toEqual([['13:00', 'ahead']])
})
