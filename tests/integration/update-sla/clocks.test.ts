import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openNewsroom } from '../../support/newsroom.ts'
import type { Newsroom } from '../../support/newsroom.ts'
import { openPool } from '#tests/support/openPool.ts'
import { slaTick } from '#tests/support/slaTick.ts'

let app: BootedPayload
let newsroom: Newsroom
let pool: pg.Pool
let owner: pg.Pool

beforeAll(async () => {
  app = await bootPayload()
  pool = openPool(app.appUrl, 4)
  owner = openPool(app.ownerUrl, 2)
  newsroom = await openNewsroom(app.payload)
  await tickAt('2026-03-02T08:00:00+07:00')
})
afterAll(async () => {
  await Promise.all([pool.end(), owner.end()])
  await app.stop()
})

const tickAt = (instant: string) => slaTick({ payload: app.payload, pool }, new Date(instant))

const clocksOf = async (collection: string, id: number) => {
  const { rows } = await owner.query<Record<string, string | boolean | null>>(
    `select obligation, owner, to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD HH24:MI') as due,
       ended_at is not null as "isEnded", is_late as "isLate", voided_at is not null as "isVoid", extensions::text as extensions
     from sla.clocks where collection = $1 and doc_id = $2 order by obligation, owner`,
    [collection, id],
  )
  return rows
}

test('a draft of a document starts the issuer’s clock on the day of issue, and its release ends it', async () => {
  const { id } = await app.payload.create({
    collection: 'documents',
    data: {
      number: '12/2026/QĐ-UBND',
      kind: 'decision',
      title: 'Quy chế cung cấp thông tin',
      issuedOn: '2026-02-27T00:00:00.000Z',
      site: newsroom.site.id,
    },
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  await tickAt('2026-03-02T09:00:00+07:00')
  expect(await clocksOf('documents', id)).toMatchObject([
    { obligation: 'documentIssuer', owner: 'site:ha-noi', due: '2026-03-03 17:00', isEnded: false },
  ])
  await newsroom.publish('documents', id)
  await tickAt('2026-03-02T09:01:00+07:00')
  expect(await clocksOf('documents', id)).toMatchObject([{ isEnded: true }])
})

test('a question runs two clocks; a promised day becomes the deadline and counts as an extension', async () => {
  const { id } = await app.payload.create({
    collection: 'questions',
    data: {
      trackingCode: 'CH-2026-0001',
      subject: 'Cấp đổi giấy tờ',
      text: 'Tôi cần đổi giấy tờ ở đâu?',
      site: newsroom.site.id,
      receivedAt: '2026-02-13T18:30:00+07:00',
      status: 'received',
    },
    overrideAccess: true,
    depth: 0,
  })
  await tickAt('2026-03-02T09:02:00+07:00')
  expect(await clocksOf('questions', id)).toMatchObject([
    { obligation: 'questionAnswer', due: '2026-03-13 17:00', extensions: '0' },
    { obligation: 'questionForward', due: '2026-02-24 17:00' },
  ])
  await app.payload.update({
    collection: 'questions',
    id,
    data: { status: 'statusNotice', promisedOn: '2026-03-20T00:00:00.000Z' },
    overrideAccess: true,
    depth: 0,
  })
  await tickAt('2026-03-02T09:03:00+07:00')
  expect(await clocksOf('questions', id)).toMatchObject([
    { obligation: 'questionAnswer', due: '2026-03-21 00:00', extensions: '1', isEnded: false },
    { obligation: 'questionForward', isEnded: true },
  ])
})
