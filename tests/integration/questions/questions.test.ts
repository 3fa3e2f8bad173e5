import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIfStale } from '../../../src/start/buildIfStale.mjs'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import { startApp } from '#tests/support/startApp.ts'
import type { TestApp } from '#tests/support/startApp.ts'

const ASKER = {
  name: 'Nguyễn Thị Bí Mật',
  email: 'bi.mat@coloa.example',
  phone: '0901 234 567',
}
const QUESTION = {
  ...ASKER,
  subject: 'Đèn đường ngõ 12',
  text: 'Đèn đường ngõ 12 tắt ba hôm nay, khi nào được sửa?',
  consent: 'yes',
  website: '',
}

let booted: BootedPayload
let owner: pg.Pool
let web: TestApp
let other: TestApp

beforeAll(async () => {
  await buildIfStale({ isAdminWanted: false })
  booted = await bootPayload()
  const city = await openNewsroom(booted.payload)
  await city.publish('articles', await city.draft('Bài của thành phố'))
  await booted.payload.create({
    collection: 'sites',
    data: {
      code: 'phuong-a',
      name: 'Phường A',
      kind: 'component',
      hosting: 'here',
      languages: ['vi'],
      isActive: true,
    },
    overrideAccess: true,
    depth: 0,
  })
  owner = new pg.Pool({ connectionString: booted.ownerUrl, max: 2 })
  owner.on('error', () => undefined)
  const env = {
    DATABASE_URL: booted.appUrl,
    MEDIA_DIR: booted.mediaDir,
    COLOA_DATA_DIR: process.env.COLOA_DATA_DIR ?? '',
    LOG_LEVEL: 'debug',
  }
  web = await startApp({ role: 'web', env })
  other = await startApp({ role: 'web', env })
})
afterAll(async () => {
  await other?.stop()
  await web?.stop()
  await owner?.end()
  await booted?.stop()
})

const tokenOf = async (address = '/hoi-dap/gui', app = web) => {
  const html = await (await fetch(app.url + address)).text()
  return /name="token" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

const post = async (
  address: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  app = web,
) => {
  const answer = await fetch(app.url + address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
    redirect: 'manual',
  })
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}

const codeIn = (html: string) =>
  /<strong>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5})<\/strong>/.exec(html)?.[1] ?? ''

const stored = async () => {
  const { rows } = await owner.query<Record<string, unknown>>(
    `select q.tracking_code, q.subject, q.text, q.asker_name, q.asker_email, q.asker_phone, q.status::text, s.code as site,
       q.consented_at is not null as consented
     from public.questions q join public.sites s on s.id = q.site_id order by q.id`,
  )
  return rows
}

const ask = async (more: Partial<typeof QUESTION> = {}) =>
  post('/hoi-dap/gui', { ...QUESTION, token: await tokenOf(), ...more })

test('a question is stored as it was typed, with consent, and its asker gets a code and a mail', async () => {
  const answer = await ask()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const code = codeIn(answer.html)
  expect(await stored()).toEqual([
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
  const { rows } = await owner.query<{ recipients: string[]; body_text: string }>(
    'select recipients, body_text from web.mails where key = $1',
    [`question:${code}`],
  )
  expect(rows[0]?.recipients).toEqual([ASKER.email])
  expect(rows[0]?.body_text).toContain(code)
})

test('what is missing is named at its field, and what was typed is kept', async () => {
  const before = (await stored()).length
  const answer = await post('/hoi-dap/gui', {
    ...QUESTION,
    token: await tokenOf(),
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
  expect((await stored()).length).toBe(before)
})

test('HTML and SQL come back as text and are stored as text', async () => {
  const evil = {
    subject: `<img src=x onerror=alert(1)>'; drop table public.questions; --`,
    text: '<script>alert(1)</script> và hai mươi ký tự nữa',
  }
  const refused = await ask({ ...evil, consent: '' })
  expect(refused.html).not.toMatch(/<img src=x|<script>alert/)
  const sent = await ask(evil)
  expect(sent.status).toBe(200)
  const [last] = (await stored()).slice(-1)
  expect([last?.subject, last?.text]).toEqual([evil.subject, evil.text])
  const tracked = await post('/hoi-dap/tra-cuu', { code: codeIn(sent.html) })
  expect(tracked.html).toContain('&lt;img src=x')
  expect(tracked.html).not.toMatch(/<img src=x/)
})

test('two fingers, a reload and another process make one question of one form; another text makes another', async () => {
  const before = (await stored()).length
  const token = await tokenOf()
  const fields = { ...QUESTION, token, subject: 'Gửi nhiều lần' }
  const answers = await Promise.all([
    post('/hoi-dap/gui', fields),
    post('/hoi-dap/gui', fields),
    post('/hoi-dap/gui', fields, {}, other),
  ])
  const again = await post('/hoi-dap/gui', fields, {}, other)
  const codes = [...answers, again].map((one) => codeIn(one.html))
  expect(new Set(codes).size).toBe(1)
  expect(codes[0]).not.toBe('')
  expect((await stored()).length).toBe(before + 1)
  const second = await post('/hoi-dap/gui', { ...fields, subject: 'Câu hỏi khác, vẫn mẫu cũ' })
  expect(codeIn(second.html)).not.toBe(codes[0])
  expect((await stored()).length).toBe(before + 2)
})

test('a form that is old, made up or filled by a machine stores nothing and loses nothing', async () => {
  const before = (await stored()).length
  for (const fields of [
    { ...QUESTION, token: 'made.up.token' },
    { ...QUESTION, token: '' },
    { ...QUESTION, token: await tokenOf(), website: 'http://spam.example' },
  ]) {
    const answer = await post('/hoi-dap/gui', fields)
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('value="Đèn đường ngõ 12"')
  }
  expect((await stored()).length).toBe(before)
})

test('a form of another page is refused', async () => {
  const before = (await stored()).length
  const fields = { ...QUESTION, token: await tokenOf() }
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]
  for (const headers of foreign) {
    const answer = await post('/hoi-dap/gui', fields, headers)
    expect(answer.status).toBe(403)
  }
  expect((await stored()).length).toBe(before)
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
  const before = (await stored()).length
  for (const address of ['/hoi-dap/gui', '/hoi-dap/tra-cuu']) {
    const answer = await fetch(web.url + address, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain('<html lang="vi">')
  }
  expect((await stored()).length).toBe(before)
})

test('tracking tells whoever has the code where the question stands, and nothing about the asker', async () => {
  const code = codeIn((await ask({ subject: 'Theo dõi câu hỏi' })).html)
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code} `]) {
    const answer = await post('/hoi-dap/tra-cuu', { code: typed })
    expect(answer.status).toBe(200)
    expect(answer.html).toContain('Theo dõi câu hỏi')
    for (const secret of Object.values(ASKER)) expect(answer.html).not.toContain(secret)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
  for (const typed of ['7KXM-29QF-HV3TA', "' or 1=1 --", '%', '<b>']) {
    const answer = await post('/hoi-dap/tra-cuu', { code: typed })
    expect(answer.status).toBe(404)
    expect(answer.html).not.toMatch(/<b>/)
  }
  expect((await post('/hoi-dap/tra-cuu', { code: '' })).status).toBe(422)
  expect((await post('/hoi-dap/tra-cuu', { code: 'A'.repeat(10_000) })).status).toBe(422)
})

test('a question belongs to the site it was asked at, and is followed there', async () => {
  const address = '/s/phuong-a/hoi-dap/gui'
  const answer = await post(address, {
    ...QUESTION,
    subject: 'Hỏi phường A',
    token: await tokenOf(address),
  })
  const code = codeIn(answer.html)
  const [last] = (await stored()).slice(-1)
  expect([last?.tracking_code, last?.site]).toEqual([code, 'phuong-a'])
  expect((await post('/s/phuong-a/hoi-dap/tra-cuu', { code })).status).toBe(200)
  expect((await post('/hoi-dap/tra-cuu', { code })).status).toBe(404)
})

test('the form speaks English at the English address', async () => {
  const answer = await post('/en/hoi-dap/gui', {
    ...QUESTION,
    token: await tokenOf('/en/hoi-dap/gui'),
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
    const text = await (await fetch(web.url + address)).text()
    for (const secret of [...Object.values(ASKER), 'ba hôm nay']) {
      expect(text, address).not.toContain(secret)
    }
  }
  for (const secret of [...Object.values(ASKER), 'ba hôm nay']) {
    expect(web.output() + other.output()).not.toContain(secret)
  }
})
