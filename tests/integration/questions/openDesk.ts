import pg from 'pg'
import { buildIfStale } from '../../../src/start/buildIfStale.mjs'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import { startApp } from '#tests/support/startApp.ts'

export const ASKER = {
  name: 'Nguyễn Thị Bí Mật',
  email: 'bi.mat@coloa.example',
  phone: '0901 234 567',
}
export const QUESTION = {
  ...ASKER,
  subject: 'Đèn đường ngõ 12',
  text: 'Đèn đường ngõ 12 tắt ba hôm nay, khi nào được sửa?',
  consent: 'yes',
  website: '',
}

/** A city and one of its wards on two web processes, and what their citizens send. */
export type Desk = Awaited<ReturnType<typeof openDesk>>

export const openDesk = async () => {
  await buildIfStale({ isAdminWanted: false })
  const booted = await bootPayload()
  const city = await openNewsroom(booted.payload)
  await city.publish('articles', await city.draft('Bài của thành phố'))
  await booted.payload.create({
    collection: 'sites',
    data: {
      code: 'phuong-a',
      name: 'Phường A',
      kind: 'component',
      hosting: 'here',
      languages: ['vi', 'en'],
      isActive: true,
    },
    overrideAccess: true,
    depth: 0,
  })
  const owner = new pg.Pool({ connectionString: booted.ownerUrl, max: 2 })
  owner.on('error', () => undefined)
  const env = {
    DATABASE_URL: booted.appUrl,
    MEDIA_DIR: booted.mediaDir,
    COLOA_DATA_DIR: process.env.COLOA_DATA_DIR ?? '',
    LOG_LEVEL: 'debug',
    TRUST_PROXY: '1',
  }
  const web = await startApp({ role: 'web', env })
  const other = await startApp({ role: 'web', env })

  /** The token of a form as it is handed out. */
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
  return {
    booted,
    city,
    owner,
    web,
    other,
    tokenOf,
    post,
    /** A whole question, with changes. */
    ask: async (more: Partial<typeof QUESTION> = {}) =>
      post('/hoi-dap/gui', { ...QUESTION, token: await tokenOf(), ...more }),
    /** Every question there is, oldest first. */
    stored: async () => {
      const { rows } = await owner.query<Record<string, unknown>>(
        `select q.tracking_code, q.subject, q.text, q.asker_name, q.asker_email, q.asker_phone, q.status::text, s.code as site,
           q.consented_at is not null as consented
         from public.questions q join public.sites s on s.id = q.site_id order by q.id`,
      )
      return rows
    },
    stop: async () => {
      await other.stop()
      await web.stop()
      await owner.end()
      await booted.stop()
    },
  }
}

/** The tracking code a page shows. */
export const codeIn = (html: string) =>
  /<strong>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5})<\/strong>/.exec(html)?.[1] ?? ''
