import ICAL from 'ical.js'
import { createLocalReq, handleEndpoints } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endAppointment } from '#plugins/editorial-board/index.ts'
import { ownerCalendar } from '#plugins/update-sla/links/ownerCalendar.ts'
import { password } from '#tests/support/newsroom.ts'
import { openSlaDesk } from '#tests/support/slaDesk.ts'
import type { SlaDesk } from '#tests/support/slaDesk.ts'

let desk: SlaDesk
let token = ''
let admin: number

beforeAll(async () => {
  desk = await openSlaDesk()
  for (const code of ['xa-2', 'xa-3']) await desk.site(code)
  const email = 'bien-tap@coloa.example'
  admin = await desk.person({ email: 'quan-tri@coloa.example' }) // the first account administers
  await desk.person({ email, site: 'xa-3' })
  const login = await desk.app.payload.login({ collection: 'users', data: { email, password } })
  token = login.token ?? ''
  await desk.tick('2026-11-20T06:00:00+07:00')
  await desk.owner.query(
    `insert into sla.clocks (obligation, version, collection, doc_id, owner, title, event_at, noticed_at, due_at)
     values ('questionAnswer', 1, 'questions', 1, 'site:xa-3', 'Rác, đường; “chợ”', now(), now(), '2026-11-30T10:00:00Z')`,
  )
})
afterAll(() => desk.stop())

const ask = async (method: string, path: string) => {
  const { default: config } = await import('#payload-config')
  const request = new Request(`http://localhost${path}`, {
    method,
    headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: '{}' } : {}),
  })
  return handleEndpoints({ config, request })
}
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))

test('whoever answers for an owner gets a link that calendar programs can read; nobody else does', async () => {
  const refused = await ask('POST', '/api/update-sla/owners/site%3Axa-2/calendar-link')
  expect(refused.status).toBe(403)
  const made = await ask('POST', '/api/update-sla/owners/site%3Axa-3/calendar-link')
  const { url } = (await made.json()) as { url: string }
  token = ''
  const { pathname, search } = new URL(url)
  const answer = await ask('GET', `${pathname}${search}`)
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(eventsOf(await answer.text()).length).toBeGreaterThan(5)
  const foreign = await ask('GET', `${pathname.replace('xa-3', 'xa-2')}${search}`)
  expect(foreign.status).toBe(403)
  expect((await ask('GET', pathname)).status).toBe(403)
})

const urlFor = async (email: string, owner = 'site:xa-3') => {
  const login = await desk.app.payload.login({ collection: 'users', data: { email, password } })
  token = login.token ?? ''
  const path = `/api/update-sla/owners/${encodeURIComponent(owner)}/calendar-link`
  const { url } = (await (await ask('POST', path)).json()) as { url: string }
  token = ''
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}

/** Off the board since yesterday, as a registrar enters it. */
const leave = async (person: number) => {
  const { payload } = desk.app
  const user = await payload.findByID({ collection: 'users', id: admin, overrideAccess: true })
  const { rows } = await desk.owner.query<{ id: string }>(
    'select id from editorial.appointments where person = $1',
    [person],
  )
  await endAppointment({
    req: await createLocalReq({ user: { ...user, collection: 'users' } as never }, payload), // as the session gives it
    appointmentId: rows[0]?.id ?? '',
    endsOn: new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10),
    document: '2/QĐ-UBND',
  })
}

test('a link ends with the office of who made it, and with the account', async () => {
  const { payload } = desk.app
  const leaver = await desk.person({ email: 'roi-di@coloa.example', site: 'xa-3' })
  const stays = await desk.person({ email: 'o-lai@coloa.example', site: 'xa-3' })
  const runs = await desk.person({ email: 'truc@coloa.example', isOperator: true })
  const urls = {
    leaver: await urlFor('roi-di@coloa.example'),
    stays: await urlFor('o-lai@coloa.example'),
    runs: await urlFor('truc@coloa.example'),
  }
  const statuses = async () => {
    const found: Record<string, number> = {}
    for (const [name, url] of Object.entries(urls)) found[name] = (await ask('GET', url)).status
    return found
  }
  expect(await statuses()).toEqual({ leaver: 200, stays: 200, runs: 200 })
  await leave(leaver)
  expect(await statuses()).toEqual({ leaver: 403, stays: 200, runs: 200 })
  const change = (id: number, data: object) =>
    payload.update({ collection: 'users', id, data, overrideAccess: true, depth: 0 })
  await change(runs, { roles: [] })
  await change(stays, { isActive: false })
  expect(await statuses()).toEqual({ leaver: 403, stays: 403, runs: 403 })
  await change(stays, { isActive: true })
  expect(await statuses()).toEqual({ leaver: 403, stays: 200, runs: 403 })
})

test('it holds what is due, the windows of two weeks and next year’s reports, in both languages', async () => {
  const read = async (language: 'vi' | 'en') =>
    eventsOf(
      (await ownerCalendar({
        pool: desk.owner,
        owner: 'site:xa-3',
        language,
        publicUrl: 'https://coloa.example',
        now: new Date('2026-11-20T08:30:00+07:00'),
      })) ?? '',
    )
  const events = await read('vi')
  const clock = events.find((one) => one.summary.includes('Rác, đường; “chợ”'))
  expect(clock?.endDate.toJSDate().toISOString()).toBe('2026-11-30T10:00:00.000Z')
  expect(clock?.description).toBe('Căn cứ: điểm e khoản 1 Điều 13 Quy chế 4263/QĐ-UBND')
  const windows = events.filter((one) => one.summary.startsWith('Cập nhật: '))
  // Nine working days, two windows each: weekends and 24 November are days off.
  expect(windows.map((one) => one.startDate.toJSDate().toISOString().slice(0, 10))).not.toContain(
    '2026-11-24',
  )
  expect(windows).toHaveLength(18)
  expect(windows[0]?.startDate.toJSDate().toISOString()).toBe('2026-11-20T01:00:00.000Z')
  const again = await read('en')
  expect(again.map((one) => one.uid)).toEqual(events.map((one) => one.uid))
  const update = again.find((one) => one.summary.startsWith('Update: '))
  expect(update?.description).toBe('Basis: Article 13(2)(b), Regulation 4263/QĐ-UBND')
  for (const one of [...events, ...again]) expect(one.summary).not.toMatch(/[SPHEC]-\d/)
})
