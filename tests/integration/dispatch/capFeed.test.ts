import express from 'express'
import { parseFeed } from '@rowanmanning/feed-parser'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCapDocuments } from '#plugins/dispatch/drivers/cap/createCapDocuments.ts'
import { createCapFeed } from '#plugins/dispatch/drivers/cap/createCapFeed.ts'
import { validateCap } from '#plugins/dispatch/drivers/cap/validateCap.ts'
import { releaseEmergency } from '#plugins/editorial-board/index.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'
import { openCommune } from './programme/openCommune.ts'

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>
let city: Awaited<ReturnType<typeof openCommune>>
let server: Server
let base = ''
let group = 0

beforeAll(async () => {
  city = await openCommune()
  const publicUrl = 'http://localhost'
  const documents = createCapDocuments({ pool: city.owner, publicUrl })
  server = express()
    .use(createCapFeed({ pool: city.owner, publicUrl, documents }))
    .listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const made = await city.payload.create({
    collection: 'device-groups',
    data: { code: 'nhom-1', name: 'Nhóm 1' },
    overrideAccess: true,
    depth: 0,
  })
  group = made.id
  await city.payload.update({
    collection: 'devices',
    where: { code: { equals: 'loa-00001' } },
    data: { groups: [group] },
    overrideAccess: true,
  })
})

afterAll(async () => {
  server?.close()
  await city?.stop()
})

const releaseAtOnce = async (id: number, room: Newsroom = city.room) => {
  await releaseEmergency({
    req: await room.request(),
    id,
    reasonCode: 'naturalDisaster',
    now: new Date(),
    collection: 'bulletins',
    explanation: 'Bão đổ bộ sớm hơn dự báo.',
  })
  await city.followAll(new Date(), [room.site.code])
  await city.owner.query(
    `update dispatch.deliveries set state = 'accepted', accepted_at = now(), attempts = 1 where state = 'queued'`,
  )
}

const emergency = async (title: string, more: Record<string, unknown> = {}, room = city.room) => {
  const expiresAt = new Date(Date.now() + 6 * 3_600_000).toISOString()
  const id = await city.bulletin(title, { priority: 'emergency', expiresAt, ...more })
  await releaseAtOnce(id, room)
  return id
}

const change = async (id: number, data: Record<string, unknown>, room = city.room) => {
  await city.payload.update({
    collection: 'bulletins',
    id,
    data,
    draft: true,
    overrideAccess: true,
  })
  await releaseAtOnce(id, room)
}

/** What the feed lists of a bulletin, each with its document; the feed is asked until it is newer than the question. */
const listed = async (docId: number) => {
  const { rows } = await city.owner.query<{ id: string }>(
    'select id from dispatch.dispatches where doc_id = $1',
    [docId],
  )
  await new Promise((resolve) => setTimeout(resolve, 1100)) // what was read a second ago is still answered
  const { items } = parseFeed(await (await fetch(`${base}/cap/atom.xml`)).text())
  const ids = items
    .map((one) => String(one.id).replace('urn:uuid:', ''))
    .filter((id) => rows.some((row) => row.id === id))
  return Promise.all(ids.map(documentOf))
}

const documentOf = async (id: string) => {
  const answer = await fetch(`${base}/cap/${id}.xml`)
  const xml = await answer.text()
  if (answer.status === 200) expect(validateCap(xml)).toEqual([])
  const read = (name: string) => new RegExp(`<${name}>([^<]*)`).exec(xml)?.[1]
  return {
    status: answer.status,
    words: [read('status'), read('msgType'), read('scope'), read('headline'), read('areaDesc')],
  }
}

test('an update to groups or to single devices replaces what was told to an area', async () => {
  const grouped = await emergency('Lời cũ', { areas: [city.units.first.id] })
  await change(grouped, { title: 'Lời mới', areas: [], deviceGroups: [group] })
  expect((await listed(grouped)).map((one) => one.words)).toEqual([
    ['Actual', 'Update', 'Public', 'Lời mới', 'Nhóm thiết bị nhom-1'],
  ])
  // A commune's site speaks to the devices of its own unit, by name.
  const ward = await openNewsroom(city.payload, 'phuong-mot')
  await city.payload.update({
    collection: 'sites',
    id: ward.site.id,
    data: { unit: city.units.first.id },
    overrideAccess: true,
  })
  const narrowed = await emergency('Phường: lời cũ', { site: ward.site.id }, ward)
  await change(narrowed, { title: 'Phường: lời mới', areas: [], deviceGroups: [group] }, ward)
  const [document] = await city.owner
    .query<{ devices: string[] }>(
      `select array(select jsonb_array_elements_text(audience -> 'devices')) as devices from dispatch.dispatches
       where doc_id = $1 order by number desc limit 1`,
      [narrowed],
    )
    .then(({ rows }) => rows)
  expect(document?.devices).toEqual(['loa-00001'])
  expect((await listed(narrowed)).map((one) => one.words)).toEqual([
    ['Actual', 'Update', 'Public', 'Phường: lời mới', 'Đơn vị 00001'],
  ])
})

test('the end for those an update leaves out neither stands in the feed nor ends the update', async () => {
  const { first, second } = city.units
  const id = await emergency('Hai phường', { areas: [first.id, second.id] })
  await change(id, { title: 'Một phường', areas: [first.id] })
  const { rows } = await city.owner.query<{ id: string }>(
    `select id from dispatch.dispatches where doc_id = $1 and cause like '%/left-out'`,
    [id],
  )
  expect((await documentOf(rows[0]?.id ?? '')).status).toBe(404)
  expect((await listed(id)).map((one) => one.words)).toEqual([
    ['Actual', 'Update', 'Public', 'Một phường', 'Đơn vị 00001'],
  ])
})

test('an exercise that is released as an alert is actual, an alert that becomes an exercise is one', async () => {
  const real = await emergency('Diễn tập', { messageKind: 'exercise' })
  expect((await listed(real))[0]?.words[0]).toBe('Exercise')
  await change(real, { messageKind: 'alert', title: 'Vỡ đê thật' })
  expect((await listed(real)).map(({ words }) => words.slice(0, 2))).toEqual([['Actual', 'Update']])
  const drill = await emergency('Báo động thật')
  await change(drill, { messageKind: 'exercise', title: 'Chỉ là diễn tập' })
  expect((await listed(drill)).map(({ words }) => words.slice(0, 2))).toEqual([
    ['Exercise', 'Update'],
  ])
})

test('a cancellation of nothing is not listed and has no document', async () => {
  const id = await emergency('Hủy điều chưa phát', { messageKind: 'cancel' })
  const { rows } = await city.owner.query<{ id: string; kind: string }>(
    'select id, kind from dispatch.dispatches where doc_id = $1',
    [id],
  )
  expect(rows.map((one) => one.kind)).toEqual(['cancel'])
  expect(await listed(id)).toEqual([])
  expect((await documentOf(rows[0]?.id ?? '')).status).toBe(404)
})
