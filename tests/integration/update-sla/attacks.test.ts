import { handleEndpoints } from 'payload'
import type pg from 'pg'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appoint } from '../../support/appoint.ts'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openNewsroom, password } from '../../support/newsroom.ts'
import { openPool } from '#tests/support/openPool.ts'
import { slaTick } from '#tests/support/slaTick.ts'

let app: BootedPayload
let pool: pg.Pool
const tokens: Record<string, string> = {}

beforeAll(async () => {
  app = await bootPayload()
  pool = openPool(app.appUrl, 4)
  await openNewsroom(app.payload)
  await openNewsroom(app.payload, 'ba-dinh')
  await signIn('operator', { roles: ['operator'] })
  await signIn('admin', { roles: ['systemAdmin'] })
  await signIn('auditor', { roles: ['auditor'] })
  await signIn('editor', { board: 'ba-dinh', role: 'editor' })
  await signIn('collaborator', { board: 'ha-noi', role: 'collaborator' })
})
afterAll(async () => {
  await pool.end()
  await app.stop()
})

type Appointed = { board: string; role: 'editor' | 'collaborator' }
const signIn = async (
  name: string,
  as: { roles: ('operator' | 'auditor' | 'systemAdmin')[] } | Appointed,
) => {
  const email = `${name}@coloa.example`
  const roles = 'roles' in as ? as.roles : []
  const { id } = await app.payload.create({
    collection: 'users',
    data: { email, password, fullName: name, isActive: true, roles },
    overrideAccess: true,
    depth: 0,
  })
  if ('board' in as) await appoint({ board: as.board, person: id, role: as.role })
  const { token } = await app.payload.login({ collection: 'users', data: { email, password } })
  tokens[name] = token ?? ''
}

const call = async (who: string | null, path: string, body?: unknown) => {
  const answer = await handleEndpoints({
    config: app.payload.config,
    request: new Request(`http://localhost/api/update-sla${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/json',
        ...(who ? { authorization: `JWT ${tokens[who]}` } : {}),
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  })
  return { status: answer.status, answer }
}

const entry = (more: Record<string, unknown> = {}) => ({
  obligation: 'accountRequest',
  owner: 'site:ha-noi',
  title: 'Cấp tài khoản',
  eventAt: new Date(Date.now() - 60_000).toISOString(),
  ...more,
})
const silence = (more: Record<string, unknown> = {}) => ({
  owner: 'site:ha-noi',
  from: '2026-01-01T08:00',
  until: '2099-01-01T08:00',
  reason: 'Bảo trì',
  ...more,
})
const tick = () => slaTick({ payload: app.payload, pool }, new Date())

test('nobody does what is not theirs to do', async () => {
  await tick()
  expect((await call('operator', '/entries', entry())).status).toBe(200)
  await tick()
  const { rows } = await pool.query<{ id: string }>('select id from sla.clocks order by id limit 1')
  const id = rows[0]?.id ?? ''
  const calls: [string, unknown][] = [
    ['/entries', entry()],
    ...['done', 'pause', 'resume', 'extend'].map((verb): [string, unknown] => [
      `/clocks/${id}/${verb}`,
      { note: 'x', reason: 'x', until: '2030-01-01T00:00:00Z' },
    ]),
    ['/silences', silence()],
    ['/silences/1/end', {}],
    ['/bounces/1/clear', {}],
    ['/notices', {}],
    ['/notices/preview', {}],
    ['/obligations/policyLaw/versions', {}],
    ['/owners/site%3Aha-noi/calendar-link', {}],
  ]
  for (const [path, body] of calls) {
    expect([path, (await call(null, path, body)).status]).toEqual([path, 401])
    expect([path, (await call('editor', path, body)).status]).toEqual([path, 403])
    if (path.startsWith('/owners')) continue
    for (const who of ['auditor', 'collaborator'])
      expect([who, path, (await call(who, path, body)).status]).toEqual([who, path, 403])
  }
  expect((await call('editor', '/exports/clocks.csv?owner=site:ha-noi')).status).toBe(200)
  expect(
    (await (await call('editor', '/exports/clocks.csv?owner=site:ha-noi')).answer.text()).trim(),
  ).not.toContain('Cấp tài khoản')
})

test('whoever is told of nothing cannot quiet an incident for those who are', async () => {
  await pool.query(
    `insert into sla.alerts (incident, thread, obligation, version, owner, rung, severity, due_at, fires_at, noted_at)
     select 'clock:0', 'clock:0', code, version, 'site:ha-noi', 'due', 'breach', now(), now(), now()
     from sla.obligations where code = 'policyLaw'`,
  )
  const body = { incident: 'clock:0' }
  for (const who of ['collaborator', 'editor', 'auditor'])
    expect([who, (await call(who, '/incidents/acknowledge', body)).status]).toEqual([who, 403])
  const several = { incidents: ['clock:0'] }
  for (const who of ['collaborator', 'editor', 'auditor'])
    expect([who, (await call(who, '/incidents/acknowledge-all', several)).status]).toEqual([
      who,
      403,
    ])
  expect((await call(null, '/incidents/acknowledge-all', several)).status).toBe(401)
  expect((await call('operator', '/incidents/acknowledge', body)).status).toBe(200)
  const again = await call('operator', '/incidents/acknowledge-all', several)
  expect(await again.answer.json()).toEqual({ taken: 0, known: 1, refused: 0 })
})

test('what cannot be is refused, not an error of the server', async () => {
  const nul = 'a\u0000b'
  const calls: [string, string | null, string, unknown?][] = [
    ['400', 'operator', '/entries', entry({ title: nul })],
    ['400', 'operator', '/entries', entry({ owner: nul })],
    ['422', 'operator', '/entries', entry({ eventAt: '9999-12-31T00:00:00Z' })],
    ['422', 'operator', '/entries', entry({ eventAt: '-000001-12-31T00:00:00Z' })],
    ['422', 'operator', '/entries', entry({ title: 'x'.repeat(5000) })],
    ['422', 'operator', '/entries', []],
    ['400', 'operator', '/entries', '{"obligation":'],
    ['404', 'operator', '/clocks/1e3/pause', { reason: 'x' }],
    ['404', 'operator', '/clocks/9007199254740991/pause', { reason: 'x' }],
    ['400', 'operator', '/silences', silence({ reason: nul })],
    ['422', 'operator', '/silences', silence({ until: '9999-11-24T17:00Z' })],
    ['422', 'operator', '/silences', silence({ until: '9999-11-24T17:00' })],
    ['400', 'operator', '/incidents/acknowledge', { incident: nul }],
    ['400', 'operator', '/incidents/acknowledge-all', { incidents: [nul] }],
    ['422', 'operator', '/incidents/acknowledge-all', { incidents: [] }],
    ['422', 'operator', '/incidents/acknowledge-all', { incidents: Array(501).fill('x') }],
    ['400', 'operator', '/obligations/a%00b/versions', version({})],
    ['400', 'operator', '/obligations/policyLaw/versions', version({ code: nul })],
    [
      '400',
      'operator',
      '/obligations/policyLaw/versions',
      version({ label: { vi: nul, en: 'x' } }),
    ],
    ['400', 'admin', '/notices/preview', notice({ number: nul })],
    ['422', 'admin', '/notices/preview', notice({ issuedOn: '0000-01-01' })],
    ['422', 'admin', '/notices/preview', notice({ issuedOn: '-000001-01-01' })],
    ['403', null, '/owners/%25/calendar.ics'],
    ['403', null, '/owners/%00/calendar.ics?token=a.b.c'],
    ['403', 'editor', '/owners/%25/calendar-link', {}],
    ['200', 'operator', '/exports/clocks.csv?owner=%27%20or%201=1--'],
    ['200', 'operator', '/exports/league.csv?from=0000-01-01&to=9999-12-31'],
    ['200', 'operator', '/exports/windows.csv?from=0000-01-01&to=9999-12-31&site=%27'],
    ['404', 'operator', '/exports/..%2Fclocks.csv'],
  ]
  const found = []
  for (const [, who, path, body] of calls)
    found.push([path, JSON.stringify(body), (await call(who, path, body)).status])
  expect(found).toEqual(
    calls.map(([status, , path, body]) => [path, JSON.stringify(body), Number(status)]),
  )
})
const version = (more: Record<string, unknown>) => ({
  version: 1,
  validFrom: '2027-06-01',
  reason: 'x',
  definition: {
    kind: 'deadline',
    code: 'policyLaw',
    clause: 'P-13.1b',
    label: { vi: 'x', en: 'x' },
    trigger: 'articles',
    duration: { workingDays: 2 },
    counting: { firstDay: 'next', until: 'endOfWork' },
    ladder: [],
    ...more,
  },
})
const notice = (more: Record<string, unknown>) => ({
  number: '1/TB',
  issuedOn: '2026-11-20',
  issuingBody: 'Bộ Nội vụ',
  days: [{ date: '2026-12-24', kind: 'off', reason: 'x', reasonEn: 'x' }],
  ...more,
})

test('a title is a title in mails and sheets, whatever stands in it', async () => {
  const title = '=HYPERLINK("https://evil.example")\r\nBcc: a@evil.example\u0001\u0008 <b>x</b>'
  expect((await call('operator', '/entries', entry({ title }))).status).toBe(200)
  await tick()
  const xlsx = await (await call('operator', '/exports/clocks.xlsx')).answer.arrayBuffer()
  const cells = (await readSheet(Buffer.from(xlsx))).flat().map(String)
  expect(cells.filter((one) => one.includes('HYPERLINK'))).toEqual([
    '=HYPERLINK("https://evil.example") Bcc: a@evil.example <b>x</b>',
  ])
  const csv = await (await call('operator', '/exports/clocks.csv')).answer.text()
  expect(csv).toContain(`"'=HYPERLINK`)
})

test('what nothing bears out cannot be written by the application, nor terms for days that are over', async () => {
  await tick()
  const verdict = (state: string, from: string, until: string, seq: number | null) =>
    `insert into sla.verdicts (site, window_code, day, clause, starts_at, ends_at, state, met_by_seq)
     values ('ha-noi', 'cityMorning', '2026-01-05', 'P', now() + interval '${from}', now() + interval '${until}', '${state}', ${seq})`
  const alert = (mutedBy: string) =>
    `insert into sla.alerts (incident, thread, obligation, version, owner, rung, severity, due_at, fires_at, noted_at, muted_by)
     select 'clock:9', 'clock:9', code, version, 'site:ha-noi', 'due', 'breach', now(), now(), now(), '${mutedBy}'
     from sla.obligations where code = 'policyLaw' and version = 1`
  for (const text of [
    verdict('met', '-2 days', '-1 day', 1),
    verdict('met', '-2 days', '-1 day', null),
    verdict('missed', '1 day', '2 days', null),
    `insert into sla.recoveries (site, window_code, day, at, seq) values ('ha-noi', 'cityMorning', '2026-01-05', now(), 1)`,
    alert('silence:0'),
    alert('ack:0'),
    `insert into sla.obligations (code, version, definition, valid_from)
     select code, 99, definition, '2026-01-01' from sla.obligations where code = 'policyLaw' and version = 1`,
    `update sla.progress set began_at = now() + interval '10 years'`,
    `update sla.progress set judged_until = judged_until - interval '30 days'`,
    `update sla.progress set ticked_at = now() + interval '1 day'`,
  ])
    await expect(pool.query(text), text).rejects.toMatchObject({ code: '42501' })
})

test('the application silences nothing afterwards, nothing for longer than is allowed, and revives no silence', async () => {
  await tick()
  const add = (from: string, until: string) =>
    pool.query(
      `insert into sla.silences (owner, from_at, until_at, reason)
       values ('site:ha-noi', now() + interval '${from}', now() + interval '${until}', 'Bảo trì') returning id`,
    )
  for (const [from, until] of [
    ['-1 hour', '1 hour'],
    ['0', '8 days'],
    ['30 days', '38 days'],
  ] as const)
    await expect(add(from, until), from).rejects.toMatchObject({ code: '42501' })
  await expect(
    pool.query(`insert into sla.silences (from_at, until_at, reason, entered_at)
      values (now(), now() + interval '1 hour', 'x', '2026-01-01')`),
  ).rejects.toMatchObject({ code: '42501' })
  await add('-1 minute', '6 days')
  await pool.query(`update sla.silences set ended_at = now() where owner = 'site:ha-noi'`)
  for (const value of ['null', `now() + interval '6 days'`])
    await expect(
      pool.query(`update sla.silences set ended_at = ${value} where owner = 'site:ha-noi'`),
    ).rejects.toMatchObject({ code: '42501' })
})

test('alerts that are to come are not written off as told, nor is it forgotten what was told', async () => {
  await tick()
  for (const text of [
    'alerts_until = (select max(id) + 1 from sla.alerts)',
    'alerts_until = 9223372036854775807',
    'alerts_until = alerts_until - 1',
    `ran_at = now() + interval '1 hour'`,
    `ran_at = ran_at - interval '1 second'`,
  ])
    await expect(pool.query(`update sla.telling_state set ${text}`), text).rejects.toMatchObject({
      code: '42501',
    })
  const { rows } = await pool.query<{ isKept: boolean }>(
    `select alerts_until = (select max(id) from sla.alerts) and ran_at <= now() as "isKept" from sla.telling_state`,
  )
  expect(rows).toEqual([{ isKept: true }])
})

test('a silence says whose and what, and a refusal says at which field it is wrong', async () => {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
  const send = async (more: Record<string, unknown>) => {
    const body = {
      owner: 'site:ha-noi',
      obligation: null,
      until: at(2),
      reason: 'Bảo trì',
      ...more,
    }
    const { status, answer } = await call('operator', '/silences', body)
    const content = (await answer.json()) as {
      errors?: { code: string; message: string; details?: { field?: string } }[]
    }
    const [refusal] = content.errors ?? []
    return { status, code: refusal?.code, field: refusal?.details?.field, said: refusal?.message }
  }
  expect(await send({ owner: undefined })).toMatchObject({
    code: 'silence_whose_missing',
    field: 'owner',
  })
  expect(await send({ obligation: undefined })).toMatchObject({
    code: 'silence_what_missing',
    field: 'obligation',
  })
  expect(await send({ from: at(-1) })).toMatchObject({ code: 'silence_from_past', field: 'from' })
  expect(await send({ until: at(24 * 8) })).toMatchObject({
    code: 'silence_too_long',
    field: 'until',
    said: 'Khoảng tắt nhắc dài nhất là 7 ngày. Hãy chọn lúc kết thúc sớm hơn.',
  })
  expect(await send({ until: undefined })).toMatchObject({ code: 'bad_input', field: 'until' })
  expect(await send({ reason: ' ' })).toMatchObject({ code: 'reason_missing', field: 'reason' })
  expect(await send({ owner: null })).toMatchObject({ status: 200 })
})

test('what was told and what was silenced cannot be rewritten by the application', async () => {
  for (const text of [
    `update sla.tellings set email = 'a@b.example'`,
    `update sla.silences set reason = 'x'`,
    `update sla.silences set until_at = until_at + interval '1 day'`,
    ...['obligations', 'adjustments', 'alerts', 'verdicts', 'acts', 'entries', 'recoveries'].map(
      (table) => `delete from sla.${table}`,
    ),
    'update sla.calendar_notices set number = number',
    'update sla.shifts set at = at',
    'delete from sla.tellings',
    'truncate sla.alerts cascade',
  ])
    await expect(pool.query(text), text).rejects.toMatchObject({ code: '42501' })
})
