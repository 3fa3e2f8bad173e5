import { readdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { submitForReview } from '#plugins/editorial-board/index.ts'
import { createPublicReader } from '#plugins/release-log/read.ts'
import { serveRest } from '#tests/support/serveRest.ts'
import { password, paragraph } from '#tests/support/newsroom.ts'
import { openForms } from './openForms.ts'

let city: Awaited<ReturnType<typeof openForms>>
let rest: Awaited<ReturnType<typeof serveRest>>
let login: Record<string, string> = {}

beforeAll(async () => {
  city = await openForms({ COLOA_PROFILE: 'haiphong' })
  const { default: config } = await import('#payload-config')
  rest = await serveRest({ config, reader: createPublicReader({ pool: city.pool }) })
  const signedIn = await fetch(`${rest.url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: city.room.head.email, password }),
  })
  const { token } = (await signedIn.json()) as { token: string }
  login = { authorization: `JWT ${token}` }
  for (const code of ['loa-1', 'loa-2']) {
    await city.device(code, { deviceClass: 'loudspeakerCluster' })
  }
  await city.device('bang', {
    deviceClass: 'ledBoard',
    capabilities: { forms: ['text', 'image'] },
    screen: { width: 320, height: 160 },
  })
})

afterAll(async () => {
  rest?.stop()
  await city?.stop()
})

const post = async (path: string, body: unknown, headers: Record<string, string> = login) => {
  const answer = await fetch(`${rest.url}/api/dispatch/forms${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as never }
}

test('the outlook puts the text in words, measures it, and says who gets it in which form', async () => {
  const { body } = await post('/outlook', {
    text: 'Từ 8h30, UBND và BKX họp tại P. Hoàn Kiếm.',
    areas: [city.unit.id],
  })
  expect(body).toMatchObject({
    suggested: 'Từ tám giờ ba mươi phút, ủy ban nhân dân và bê ca ích họp tại phường Hoàn Kiếm.',
    unread: ['BKX'],
    sizes: [
      {
        measure: 'words',
        value: 10,
        hint: { from: 300, to: 500, clause: 'H-16.5.2', isMet: false },
      },
      { measure: 'minutes', isEstimate: true, hint: { from: 2, to: 3, isMet: false } },
    ],
    receivers: {
      classes: [
        { deviceClass: 'loudspeakerCluster', count: 2, forms: ['text', 'audio'] },
        { deviceClass: 'ledBoard', count: 1, forms: ['text', 'image'] },
      ],
      screens: [{ width: 320, height: 160, count: 1 }],
    },
    canSpeak: true,
  })
})

test('what is heard at the desk is fetched from an address that strangers cannot read', async () => {
  const { body } = await post('/listen', { text: 'Ngày 24/11.' })
  const { url } = body as { url: string }
  const { rows } = await city.pool.query('select from dispatch.made_forms')
  expect(rows).toEqual([])
  expect(city.spoken.at(-1)).toBe('Ngày hai mươi tư tháng mười một.')
  const heard = await fetch(`${rest.url}${url}`, { headers: login })
  expect(heard.headers.get('content-type')).toMatch(/^audio\//)
  expect((await fetch(`${rest.url}${url}`)).status).toBe(401)
  expect(
    (await fetch(`${rest.url}/api/dispatch/forms/made/..%2fx`, { headers: login })).status,
  ).toBe(404)
})

test('screens are drawn in the size of the board, and looking ahead leaves nothing behind', async () => {
  const countRows = async () => {
    const { rows } = await city.pool.query('select count(*)::int as n from dispatch.made_forms')
    return rows
  }
  const listFiles = () => readdir(path.join(city.mediaDir, 'forms'), { recursive: true })
  const before = [await countRows(), await listFiles()]
  const asked = {
    title: 'Mưa lớn',
    text: 'Ở trong nhà.',
    site: city.room.site.id,
    width: 320,
    height: 160,
  }
  const { body } = await post('/screens', asked)
  expect(body).toMatchObject({
    width: 320,
    height: 160,
    pages: [expect.any(String), expect.any(String)],
  })
  const [page = ''] = (body as { pages: string[] }).pages
  const drawn = sharp(Buffer.from(page.replace(/^data:image\/png;base64,/, ''), 'base64'))
  expect(await drawn.metadata()).toMatchObject({ width: 320, height: 160, format: 'png' })
  expect([await countRows(), await listFiles()]).toEqual(before)
  expect((await post('/screens', asked, {})).status).toBe(401)
  expect((await post('/screens', { width: 1e9 })).status).toBe(400)
})

test('a department proposes a priority, and for an urgent one a time; a draft is saved without, a submission is not taken', async () => {
  const department = await city.payload.create({
    collection: 'units',
    data: { code: 'so-y-te', name: 'Sở Y tế', kind: 'department' },
    overrideAccess: true,
    depth: 0,
  })
  const id = await city.bulletin({ priority: 'normal', supplier: department.id })
  const submit = async () =>
    submitForReview({
      req: await city.room.request(),
      collection: 'bulletins',
      id,
      now: new Date(),
    }).then(
      () => 'taken',
      (error: { details?: { fields?: { path: string; message: string }[] } }) =>
        error.details?.fields?.map(({ path, message }) => `${path}: ${message}`),
    )
  const change = (data: Record<string, unknown>) =>
    city.payload.update({
      collection: 'bulletins',
      id,
      data,
      draft: true,
      overrideAccess: true,
      depth: 0,
    })
  expect(await submit()).toEqual([
    'proposedPriority: Bản tin của sở, ngành cung cấp phải ghi mức độ ưu tiên đề xuất (điểm a khoản 2 Điều 14 dự thảo Quy chế thông tin nguồn Hải Phòng).',
  ])
  await change({ proposedPriority: 'priority' })
  expect(await submit()).toEqual([
    'broadcastAt: Khi đề xuất mức khẩn cấp hoặc ưu tiên phải ghi thời điểm phát (điểm a khoản 2 Điều 14 dự thảo Quy chế thông tin nguồn Hải Phòng).',
  ])
  await change({ broadcastAt: '2026-12-02T01:00:00.000Z' })
  expect(await submit()).toBe('taken')
})

test('a released answer becomes a draft with its spoken text, without who asked; one that is not public does not', async () => {
  const answer = await city.payload.create({
    collection: 'answers',
    data: {
      title: 'Cấp căn cước cho trẻ em',
      questionText: 'Con tôi sinh ngày 02/03/2020, làm căn cước ở đâu?',
      body: paragraph(
        'Nộp tại Công an phường từ 8h đến 11h30. Liên hệ nguyen.van.a@example.com nếu cần.',
      ) as never, // lexical's own type is wider than ours
      site: city.room.site.id,
    },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  expect(await post(`/answers/${answer.id}/bulletin`, {})).toMatchObject({
    status: 409,
    body: { errors: [{ code: 'answer_not_released' }] },
  })
  await city.room.publish('answers', answer.id)
  expect((await post(`/answers/${answer.id}/bulletin`, {}, {})).status).toBe(401)
  const { body } = await post(`/answers/${answer.id}/bulletin`, {})
  const draft = await city.payload.findByID({
    collection: 'bulletins',
    id: (body as { id: number }).id,
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  expect(draft).toMatchObject({
    title: 'Cấp căn cước cho trẻ em',
    text: 'Nộp tại Công an phường từ 8h đến 11h30. Liên hệ nếu cần.',
    spokenText: 'Nộp tại Công an phường từ tám giờ đến mười một giờ ba mươi phút. Liên hệ nếu cần.',
    answer: answer.id,
    priority: 'normal',
    _status: 'draft',
  })
})
