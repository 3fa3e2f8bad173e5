import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { acknowledgeTokens } from '#plugins/update-sla/alerts/acknowledgeTokens.ts'
import { demandTick } from '#plugins/update-sla/server.ts'
import { openSlaDesk } from '#tests/support/slaDesk.ts'
import type { SlaDesk } from '#tests/support/slaDesk.ts'

type Received = { path: string; headers: Record<string, string>; body: string }

let desk: SlaDesk
let hooks: Server
const received: Received[] = []
/** What the receiver answers next; then 204. */
const answers: number[] = []
const ops = 'ops@coloa.example'
const editor = 'bien-tap@coloa.example'
const head = 'truong-ban@coloa.example'
const secret = `whsec_${Buffer.from('a secret of the receiver').toString('base64')}`

beforeAll(async () => {
  hooks = createServer((req, res) => {
    let body = ''
    req.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    req.on('end', () => {
      received.push({
        path: req.url ?? '',
        headers: req.headers as Record<string, string>, // single values, as our client sends them
        body,
      })
      const status = req.url === '/hook' ? (answers.shift() ?? 204) : 200
      res.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
    })
  })
  await new Promise<void>((done) => hooks.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(hooks.address() as AddressInfo).port}`
  desk = await openSlaDesk({
    SLA_WEBHOOK_URL: `${url}/hook`,
    SLA_WEBHOOK_SECRET: secret,
    HEARTBEAT_URL: `${url}/heartbeat`,
  })
  for (const code of ['xa-2', 'xa-3']) await desk.site(code)
  await desk.person({ email: editor, site: 'xa-3' })
  await desk.person({ email: head, site: 'xa-3', role: 'head' })
  const calm = { from: '20:00', to: '07:00' }
  const common = { kind: 'deadline', clause: 'P-1', trigger: 'entry', quietHours: calm }
  await owe('atOnce', { ...common, label: { vi: 'Việc gấp', en: 'Urgent' } })
  await owe('daily', { ...common, label: { vi: 'Việc ngày', en: 'Daily' }, mode: 'digest' })
  await desk.tick('2026-11-23T06:00:00+07:00')
})
afterAll(async () => {
  await desk.stop()
  hooks.close()
})
beforeEach(() => {
  for (const email of [ops, editor, head]) desk.mailsTo(email)
})

const owe = (code: string, terms: object) =>
  desk.owner.query(
    `insert into sla.obligations (code, version, definition, valid_from) values ($1, 1, $2, '2020-01-01')`,
    [
      code,
      JSON.stringify({
        ...terms,
        code,
        ladder: [
          { code: 'half', when: { share: 0.5 }, to: ['editor'], severity: 'warning' },
          { code: 'due', when: { minutes: 0 }, to: ['editor', 'ops'], severity: 'breach' },
        ],
      }),
    ],
  )

/** A rung that was reached, as the tick records it. */
const reach = (obligation: string, matter: string, rung: 'half' | 'due', at: string) =>
  desk.owner.query(
    `insert into sla.alerts (incident, thread, obligation, version, owner, rung, severity, due_at, fires_at, noted_at)
     values ($2, $2, $1, 1, 'site:xa-3', $3, $4, $5::timestamptz + case when $3 = 'due' then '0 h' else '1 h' end::interval, $5, $5)`,
    [obligation, matter, rung, rung === 'due' ? 'breach' : 'warning', at],
  )
const subjects = (email: string) => desk.mailsTo(email).map((mail) => mail.subject)
const linkIn = (text: string | undefined) =>
  /http:\S+\/sla\/acknowledge\?token=\S+/.exec(text ?? '')?.[0] ?? ''
const acknowledged = async () =>
  (
    await desk.owner.query<{ incident: string; email: string }>(
      'select incident, email from sla.acknowledgements order by id',
    )
  ).rows

test('what an obligation wants in digests comes at the time of the digest, all in one mail', async () => {
  await reach('daily', 'one', 'half', '2026-11-23T07:40:00+07:00')
  await reach('daily', 'two', 'due', '2026-11-23T07:40:00+07:00')
  await desk.tick('2026-11-23T07:40:00+07:00')
  await desk.tick('2026-11-23T16:29:00+07:00')
  expect(subjects(editor).filter((one) => one?.includes('Việc ngày'))).toHaveLength(0)
  await desk.tick('2026-11-23T16:30:00+07:00')
  const mails = desk.mailsTo(editor)
  expect(mails.map((one) => one.subject)).toEqual([
    '[Tổng hợp thời hạn] 1 việc quá hạn, 1 việc sắp đến hạn',
  ])
  expect(mails[0]?.text).toContain('- Xã xa-3; Việc: Việc ngày; Hạn: 07:40 23/11/2026')
})

test('at night a breach is told at once; what is none waits for the morning and comes together', async () => {
  await reach('atOnce', 'three', 'half', '2026-11-23T22:00:00+07:00')
  await reach('atOnce', 'four', 'half', '2026-11-23T22:00:00+07:00')
  await reach('atOnce', 'five', 'due', '2026-11-23T22:00:00+07:00')
  await desk.tick('2026-11-23T22:00:00+07:00')
  expect(subjects(editor)).toEqual(['[Quá hạn 22:00 23/11] Xã xa-3: Việc gấp'])
  await desk.tick('2026-11-24T07:00:10+07:00')
  expect(subjects(editor)).toEqual(['[Tổng hợp thời hạn] 2 việc sắp đến hạn'])
})

test('a mail server that refuses for an hour loses and doubles nothing', async () => {
  desk.smtp.refuse = () => '421 4.3.2 Not now'
  await reach('atOnce', 'six', 'due', '2026-11-24T09:00:00+07:00')
  await desk.tick('2026-11-24T09:00:00+07:00')
  for (let turn = 0; turn < 7; turn += 1) {
    await desk.skipWaiting()
    await desk.work()
  }
  expect(desk.mailsTo(editor)).toHaveLength(0)
  const { rows } = await desk.owner.query<{ attempts: number }>(
    'select attempts from web.mails where sent_at is null',
  )
  expect(rows.map((one) => one.attempts)).toEqual([8, 8])
  desk.smtp.refuse = () => undefined
  await desk.skipWaiting()
  await desk.work()
  await desk.work()
  expect(subjects(editor)).toHaveLength(1)
  expect(subjects(ops)).toHaveLength(1)
})

test('to look at the link, as scanners of mail do, acknowledges nothing; the button does, once', async () => {
  await desk.tick('2026-11-24T09:30:00+07:00')
  desk.mailsTo(editor)
  await desk.tick('2026-11-25T10:00:00+07:00')
  const mail = desk.mailsTo(editor).find((one) => one.subject?.endsWith('buổi sáng 25/11'))
  const link = linkIn(mail?.text)
  const page = await fetch(link)
  expect(page.status).toBe(200)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('cache-control')).toBe('no-store')
  const text = await page.text()
  expect(text).toContain('Tôi tiếp nhận xử lý')
  expect(text).toContain('Xã xa-3')
  expect(text).not.toContain('Xã xa-2')
  await fetch(link, { method: 'HEAD' })
  expect(await acknowledged()).toHaveLength(0)
  for (let turn = 0; turn < 2; turn += 1) {
    const answer = await fetch(link, { method: 'POST' })
    expect(await answer.text()).toContain('Đã tiếp nhận xử lý')
  }
  expect(await acknowledged()).toEqual([
    { incident: 'window:componentMorning:2026-11-25:xa-3', email: editor },
  ])
})

test('what was taken on is not told again, what others owe in the same thread is', async () => {
  await desk.tick('2026-11-26T10:00:00+07:00')
  expect(subjects(head).filter((one) => one?.endsWith('buổi sáng 25/11'))).toHaveLength(0)
  const mail = desk.mailsTo(ops).find((one) => one.subject?.endsWith('buổi sáng 25/11'))
  expect(mail?.text).toContain('Xã xa-2')
  expect(mail?.text).not.toContain('Xã xa-3')
})

test('a forged, an old and a foreign token open nothing', async () => {
  await reach('atOnce', 'seven', 'due', '2026-11-26T11:00:00+07:00')
  await desk.tick('2026-11-26T11:00:00+07:00')
  const link = linkIn(desk.mailsTo(editor)[0]?.text)
  const [start = '', claims = '', signature = ''] = link.split('.').slice(-3)
  const other = Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), email: ops }),
  ).toString('base64url')
  const base = link.slice(0, link.indexOf('token=') + 6)
  const head0 = start.slice(start.indexOf('token=') + 6)
  const count = (await acknowledged()).length
  const old = await acknowledgeTokens(readRuntimeEnv(process.env)).issue({
    email: editor,
    thread: 'seven',
    now: new Date('2026-10-01T00:00:00Z'),
    days: 30,
  })
  for (const token of [old, `${head0}.${other}.${signature}`, `${head0}.${claims}.x`, '', 'x']) {
    const answer = await fetch(`${base}${token}`, { method: 'POST' })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Liên kết không dùng được')
  }
  expect(await acknowledged()).toHaveLength(count)
})

test('a link opens nothing any more once its reader’s office has ended', async () => {
  await reach('atOnce', 'office', 'due', '2026-11-26T11:10:00+07:00')
  await desk.tick('2026-11-26T11:10:00+07:00')
  const link = linkIn(desk.mailsTo(editor)[0]?.text)
  const count = (await acknowledged()).length
  const setActive = (isActive: boolean) =>
    desk.owner.query('update public.users set is_active = $2 where email = $1', [editor, isActive])
  await setActive(false)
  for (const method of ['GET', 'POST']) expect((await fetch(link, { method })).status).toBe(403)
  expect(await acknowledged()).toHaveLength(count)
  await setActive(true)
  expect((await fetch(link)).status).toBe(200)
})

test('a mailbox that is not there is left out from then on, and operations hear of it once', async () => {
  desk.smtp.refuse = (email) => (email === editor ? '550 5.1.1 No such user' : undefined)
  desk.mailsTo(ops)
  await reach('atOnce', 'eight', 'due', '2026-11-26T11:20:00+07:00')
  await desk.tick('2026-11-26T11:20:00+07:00')
  await desk.work()
  await reach('atOnce', 'nine', 'due', '2026-11-26T11:25:00+07:00')
  await desk.tick('2026-11-26T11:25:00+07:00')
  desk.smtp.refuse = () => undefined
  expect(desk.mailsTo(editor)).toHaveLength(0)
  const told = subjects(ops)
  expect(told.filter((one) => one === `[Thư không tới] ${editor}`)).toHaveLength(1)
  expect(told.filter((one) => one?.includes('Việc gấp'))).toHaveLength(2)
  const { rows } = await desk.owner.query(
    `select from sla.tellings t join sla.alerts a on a.id = t.alert where a.incident = 'nine' and t.email = $1`,
    [editor],
  )
  expect(rows).toHaveLength(0)
})

test('a webhook is signed as Standard Webhooks say, tried again under one id, and sent nowhere else', async () => {
  received.length = 0
  answers.push(500, 302)
  await reach('atOnce', 'ten', 'due', '2026-11-26T11:30:00+07:00')
  await desk.tick('2026-11-26T11:30:00+07:00')
  for (let turn = 0; turn < 3; turn += 1) {
    await desk.skipWaiting()
    await desk.work()
  }
  const posts = received
    .filter(({ path }) => path === '/hook')
    .filter(({ body }) => body.includes('"ten"'))
  expect(posts).toHaveLength(3)
  expect(new Set(posts.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(received.some(({ path }) => path === '/elsewhere')).toBe(false)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-26T11:31:00+07:00') })
  for (const { body, headers } of posts) {
    const message = new Webhook(secret).verify(body, headers) as {
      type: string
      data: { severity: string; alerts: { owner: string }[] }
    }
    expect(message.type).toBe('sla.alert')
    expect(message.data.severity).toBe('breach')
    expect(message.data.alerts.map((one) => one.owner)).toEqual(['site:xa-3'])
  }
  vi.useRealTimers()
})

test('each tick gives a sign of life', async () => {
  received.length = 0
  await desk.tick('2026-11-26T11:31:00+07:00')
  expect(received.map(({ path }) => path)).toContain('/heartbeat')
})

test('a process is not ready when no tick has gone through for minutes, unless it is younger than that', async () => {
  const [pool] = desk.pools
  if (!pool) throw new Error('no pool')
  const old = new Date(Date.now() - 600_000)
  await demandTick({ pool, startedAt: old })
  await desk.owner.query(`update sla.progress set ticked_at = now() - interval '6 minutes'`)
  await expect(demandTick({ pool, startedAt: old })).rejects.toThrow('stand still for 6 minutes')
  await demandTick({ pool, startedAt: new Date() })
})
