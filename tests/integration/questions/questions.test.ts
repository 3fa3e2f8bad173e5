import { afterAll, beforeAll, expect, test } from 'vitest'
import { ASKER, codeIn, openDesk, QUESTION } from './openDesk.ts'
import type { Desk } from './openDesk.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk?.stop())

test('a question is stored as it was typed, with consent, and its asker gets a code and a mail', async () => {
  const answer = await desk.ask()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const code = codeIn(answer.html)
  expect(answer.html).toContain('<dd>Điểm e khoản 1 Điều 13 Quy chế 4263/QĐ-UBND</dd>')
  expect(await desk.stored()).toEqual([
    {
      tracking_code: code,
      subject: QUESTION.subject,
      text: QUESTION.text,
      asker_name: ASKER.name,
      asker_email: ASKER.email,
      asker_phone: ASKER.phone,
      status: 'received',
      site: 'ha-noi',
      consented: true,
    },
  ])
  const { rows } = await desk.owner.query<{ recipients: string[]; body_text: string }>(
    'select recipients, body_text from web.mails where key = $1',
    [`question:${code}`],
  )
  expect(rows[0]?.recipients).toEqual([ASKER.email])
  expect(rows[0]?.body_text).toContain(code)
})

test('what is missing is named at its field, and what was typed is kept', async () => {
  const before = (await desk.stored()).length
  const answer = await desk.post('/hoi-dap/gui', {
    ...QUESTION,
    token: await desk.tokenOf(),
    text: 'ngắn',
    email: 'không phải thư',
    consent: '',
  })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('value="Đèn đường ngõ 12"')
  expect(answer.html).toContain('>ngắn</textarea>')
  for (const field of ['text', 'email', 'consent']) {
    expect(answer.html).toContain(`href="#${field}"`)
    expect(answer.html).toContain(`id="${field}-problem"`)
  }
  expect((await desk.stored()).length).toBe(before)
})

test('HTML and SQL come back as text and are stored as text', async () => {
  const evil = {
    subject: `<img src=x onerror=alert(1)>'; drop table public.questions; --`,
    text: '<script>alert(1)</script> và hai mươi ký tự nữa',
  }
  const refused = await desk.ask({ ...evil, consent: '' })
  expect(refused.html).not.toMatch(/<img src=x|<script>alert/)
  const sent = await desk.ask(evil)
  expect(sent.status).toBe(200)
  const [last] = (await desk.stored()).slice(-1)
  expect([last?.subject, last?.text]).toEqual([evil.subject, evil.text])
  const tracked = await desk.post('/hoi-dap/tra-cuu', { code: codeIn(sent.html) })
  expect(tracked.html).toContain('&lt;img src=x')
  expect(tracked.html).not.toMatch(/<img src=x/)
})

test('two fingers, a reload and another process make one question of one form; another text makes another', async () => {
  const before = (await desk.stored()).length
  const token = await desk.tokenOf()
  const fields = { ...QUESTION, token, subject: 'Gửi nhiều lần' }
  const answers = await Promise.all([
    desk.post('/hoi-dap/gui', fields),
    desk.post('/hoi-dap/gui', fields),
    desk.post('/hoi-dap/gui', fields, {}, desk.other),
  ])
  const again = await desk.post('/hoi-dap/gui', fields, {}, desk.other)
  const codes = [...answers, again].map((one) => codeIn(one.html))
  expect(new Set(codes).size).toBe(1)
  expect(codes[0]).not.toBe('')
  expect((await desk.stored()).length).toBe(before + 1)
  const second = await desk.post('/hoi-dap/gui', { ...fields, subject: 'Câu hỏi khác, vẫn mẫu cũ' })
  expect(codeIn(second.html)).not.toBe(codes[0])
  expect((await desk.stored()).length).toBe(before + 2)
})

test('a form that is old, made up or filled by a machine stores nothing and loses nothing', async () => {
  const before = (await desk.stored()).length
  for (const fields of [
    { ...QUESTION, token: 'made.up.token' },
    { ...QUESTION, token: '' },
    { ...QUESTION, token: await desk.tokenOf(), website: 'http://spam.example' },
  ]) {
    const answer = await desk.post('/hoi-dap/gui', fields)
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('value="Đèn đường ngõ 12"')
  }
  expect((await desk.stored()).length).toBe(before)
})

test('a form of another page is refused', async () => {
  const before = (await desk.stored()).length
  const fields = { ...QUESTION, token: await desk.tokenOf() }
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    const answer = await desk.post('/hoi-dap/gui', fields, headers)
    expect(answer.status).toBe(403)
  }
  expect((await desk.stored()).length).toBe(before)
})

test.each([
  ['JSON', 'application/json', '{"subject":"x"}', 415],
  ['no kind', 'text/plain', 'subject=x', 415],
  ['100 kB', 'application/x-www-form-urlencoded', `text=${'x'.repeat(100_000)}`, 413],
  ['10 MB', 'application/x-www-form-urlencoded', `text=${'x'.repeat(10_000_000)}`, 413],
  ['broken UTF-8', 'application/x-www-form-urlencoded', 'subject=%FF%FE', 400],
  ['a NUL', 'application/x-www-form-urlencoded', 'subject=%00', 400],
  ['nothing', 'application/x-www-form-urlencoded', '', 422],
])('%s is refused in a page', async (_name, type, body, status) => {
  const before = (await desk.stored()).length
  for (const address of ['/hoi-dap/gui', '/hoi-dap/tra-cuu']) {
    const answer = await fetch(desk.web.url + address, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain('<html lang="vi">')
  }
  expect((await desk.stored()).length).toBe(before)
})

test('tracking tells whoever has the code where the question stands, and nothing about the asker', async () => {
  const code = codeIn((await desk.ask({ subject: 'Theo dõi câu hỏi' })).html)
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code} `]) {
    const answer = await desk.post('/hoi-dap/tra-cuu', { code: typed })
    expect(answer.status).toBe(200)
    expect(answer.html).toContain('Theo dõi câu hỏi')
    for (const secret of Object.values(ASKER)) expect(answer.html).not.toContain(secret)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
  for (const typed of ['7KXM-29QF-HV3TA', "' or 1=1 --", '%', '<b>']) {
    const answer = await desk.post('/hoi-dap/tra-cuu', { code: typed })
    expect(answer.status).toBe(404)
    expect(answer.html).not.toMatch(/<b>/)
  }
  expect((await desk.post('/hoi-dap/tra-cuu', { code: '' })).status).toBe(422)
  expect((await desk.post('/hoi-dap/tra-cuu', { code: 'A'.repeat(10_000) })).status).toBe(422)
})

test('a question belongs to the site it was asked at, and is followed there', async () => {
  const address = '/s/phuong-a/hoi-dap/gui'
  const answer = await desk.post(address, {
    ...QUESTION,
    subject: 'Hỏi phường A',
    token: await desk.tokenOf(address),
  })
  const code = codeIn(answer.html)
  const [last] = (await desk.stored()).slice(-1)
  expect([last?.tracking_code, last?.site]).toEqual([code, 'phuong-a'])
  expect((await desk.post('/s/phuong-a/hoi-dap/tra-cuu', { code })).status).toBe(200)
  expect((await desk.post('/hoi-dap/tra-cuu', { code })).status).toBe(404)
})

test('the form speaks English at the English address', async () => {
  const answer = await desk.post('/en/hoi-dap/gui', {
    ...QUESTION,
    token: await desk.tokenOf('/en/hoi-dap/gui'),
    text: '',
  })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('<html lang="en">')
  expect(answer.html).not.toMatch(/Xin |Hãy /)
})

test('no stranger reads a question or its asker anywhere, and no log line holds them', async () => {
  for (const address of [
    '/api/questions',
    '/api/questions?where[askerEmail][exists]=true',
    '/api/questions/1',
    '/api/answers?depth=3',
    `/api/search?q=${encodeURIComponent('Đèn đường')}`,
    '/feeds/ha-noi',
    '/hoi-dap',
    '/sitemap.xml',
    `/tim-kiem?q=${encodeURIComponent('Đèn đường ngõ')}`,
  ]) {
    const text = await (await fetch(desk.web.url + address)).text()
    for (const secret of [...Object.values(ASKER), 'ba hôm nay']) {
      expect(text, address).not.toContain(secret)
    }
  }
  for (const secret of [...Object.values(ASKER), 'ba hôm nay']) {
    expect(desk.web.output() + desk.other.output()).not.toContain(secret)
  }
})
