import { afterAll, beforeAll, expect, test } from 'vitest'
import { ASKER, codeIn, openDesk, QUESTION } from './openDesk.ts'
import type { Desk } from './openDesk.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk?.stop())

const mailOf = async (code: string) => {
  const { rows } = await desk.owner.query<{ subject: string; body_text: string }>(
    'select subject, body_text from web.mails where key = $1',
    [`question:${code}`],
  )
  return rows[0]
}

test('a question and the mail about it are kept both or neither; sending again makes up for it', async () => {
  const fields = { ...QUESTION, token: await desk.tokenOf(), subject: 'Cả hai hoặc không' }
  await desk.owner.query('revoke insert on web.mails from coloa_app')
  const failed = await desk.post('/hoi-dap/gui', fields)
  await desk.owner.query('grant insert on web.mails to coloa_app')
  expect(failed.status).toBe(500)
  expect(failed.html).not.toMatch(/web\.mails|permission denied/)
  expect(await desk.stored()).toEqual([])
  const sent = await desk.post('/hoi-dap/gui', fields)
  expect(sent.status).toBe(200)
  expect((await desk.stored()).length).toBe(1)
  expect(await mailOf(codeIn(sent.html))).toBeDefined()
})

test('whoever leaves no address gets a code and no mail', async () => {
  const answer = await desk.ask({ subject: 'Không có thư điện tử', email: '' })
  const code = codeIn(answer.html)
  expect(code).not.toBe('')
  expect(await mailOf(code)).toBeUndefined()
  expect(answer.html).not.toContain('cũng được gửi tới thư điện tử')
})

test('at a ward in English: form, receipt, mail and tracking speak English and stay at the ward', async () => {
  const at = '/s/phuong-a/en/hoi-dap'
  const answer = await desk.post(`${at}/gui`, {
    ...QUESTION,
    subject: 'Street light',
    text: 'The street light in lane 12 is out.',
    token: await desk.tokenOf(`${at}/gui`),
  })
  expect(answer.status).toBe(200)
  expect(answer.html).toContain('<html lang="en">')
  expect(answer.html).toContain(`href="${at}/tra-cuu"`)
  const code = codeIn(answer.html)
  expect((await desk.stored()).at(-1)).toMatchObject({ site: 'phuong-a', tracking_code: code })
  const mail = await mailOf(code)
  expect(mail?.subject).toBe(`We have received your question, tracking code ${code}`)
  expect(mail?.body_text).toContain(`${at}/tra-cuu`)
  const unit = await desk.booted.payload.create({
    collection: 'units',
    data: { code: 'so-a', name: 'Sở A', kind: 'department' },
    overrideAccess: true,
    depth: 0,
  })
  await desk.owner.query(
    `update public.questions set status = 'forwarded', forwarded_to_id = $1 where tracking_code = $2`,
    [unit.id, code],
  )
  const tracked = await desk.post(`${at}/tra-cuu`, { code }, {}, desk.other)
  expect(tracked.status).toBe(200)
  expect(tracked.html).toContain('Forwarded to the responsible body.')
  // A body without an English name keeps its own.
  expect(tracked.html).toContain('Sở A')
  for (const secret of Object.values(ASKER)) expect(tracked.html).not.toContain(secret)
})

test('an emergency stands above forms, refusals and what was withdrawn, in its own language', async () => {
  const gone = await desk.city.draft('Bài sẽ gỡ')
  await desk.city.publish('articles', gone)
  await desk.city.withdraw('articles', gone)
  const bulletin = await desk.booted.payload.create({
    collection: 'bulletins',
    data: {
      title: 'Cảnh báo lũ trên sông',
      text: 'Nước lên nhanh, không qua ngầm tràn.',
      site: desk.city.site.id,
      priority: 'emergency',
      messageKind: 'alert',
      broadcastAt: new Date(Date.now() - 1000).toISOString(),
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  await desk.city.publish('bulletins', bulletin.id)
  for (const address of ['/hoi-dap/gui', '/hoi-dap/tra-cuu', '/tin/khong-co', '/tin/bai-se-go']) {
    const html = () => fetch(desk.web.url + address).then((answer) => answer.text())
    await expect.poll(html).toContain('Cảnh báo lũ trên sông')
  }
  const english = await (await fetch(`${desk.web.url}/en/hoi-dap/gui`)).text()
  expect(english).toMatch(/<div lang="vi"><p class="alarm-title">Cảnh báo lũ trên sông/)
})

test('thirty questions an hour of one address are taken by all processes together; nothing typed is lost', async () => {
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const token = await desk.tokenOf()
  const before = (await desk.stored()).length
  const send = (turn: number, address: string) =>
    desk.post(
      '/hoi-dap/gui',
      { ...QUESTION, token, email: '', subject: `Câu hỏi thứ ${turn}` },
      from(address),
      turn % 2 === 0 ? desk.web : desk.other,
    )
  const statuses: number[] = []
  for (let turn = 0; turn < 30; turn += 1) {
    statuses.push((await send(turn, '203.0.113.7')).status)
  }
  expect(new Set(statuses)).toEqual(new Set([200]))
  for (const turn of [30, 31]) {
    const refused = await send(turn, '203.0.113.7')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.html).toContain(`value="Câu hỏi thứ ${turn}"`)
  }
  expect((await desk.stored()).length).toBe(before + 30)
  expect((await send(32, '203.0.113.8')).status).toBe(200)
})
