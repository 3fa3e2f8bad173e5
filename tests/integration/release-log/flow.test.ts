import { access } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  freezeSubmission,
  isReleased,
  recordDecision,
  release,
  snapshotNow,
} from '#plugins/release-log/index.ts'
import { bootPayload } from '../../support/bootPayload.ts'
import type { BootedPayload } from '../../support/bootPayload.ts'
import { openNewsroom, paragraph } from '#tests/support/newsroom.ts'
import type { Newsroom } from '#tests/support/newsroom.ts'

let app: BootedPayload
let room: Newsroom
let owner: pg.Client

beforeAll(async () => {
  app = await bootPayload()
  room = await openNewsroom(app.payload)
  owner = new pg.Client({ connectionString: app.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await app.stop()
})

const items = async (id: number) => {
  const { rows } = await owner.query<{ locale: string; title: string; seq: string }>(
    `select locale, title, seq from release.current_items where collection = 'articles' and doc_id = $1 order by locale`,
    [id],
  )
  return rows.map((row) => `${row.locale}:${row.title}`)
}

const edit = (id: number, data: Record<string, unknown>, locale: 'vi' | 'en' = 'vi') =>
  app.payload.update({
    collection: 'articles',
    id,
    data,
    locale,
    draft: true,
    overrideAccess: true,
    depth: 0,
  })

test('a release writes the log, the read rows of every language, the jobs and the live row at once', async () => {
  const id = await room.draft('Phố đi bộ mở lại')
  await edit(id, { title: 'Walking street reopens', body: paragraph('It reopens.') }, 'en')
  const done = await room.publish('articles', id)
  expect(done).toMatchObject({ log: 'ha-noi', collection: 'articles', docId: id, kind: 'publish' })
  expect(await items(id)).toEqual(['en:Walking street reopens', 'vi:Phố đi bộ mở lại'])
  const live = await owner.query('select _status from public.articles where id = $1', [id])
  expect(live.rows).toEqual([{ _status: 'published' }])
  const jobs = await owner.query<{ n: string }>(
    `select count(*) as n from graphile_worker.jobs where key like 'follow:%:ha-noi'`,
  )
  expect(Number(jobs.rows[0]?.n)).toBeGreaterThan(0)
  const req = await room.request()
  expect(await isReleased({ req, collection: 'articles', id })).toMatchObject({ seq: done.seq })
})

test('what was approved goes live although the draft moved on, and the newer draft stays', async () => {
  const id = await room.draft('Bản được duyệt')
  const req = await room.request()
  const submission = await freezeSubmission({ req, collection: 'articles', id })
  await edit(id, { title: 'Bản sửa sau khi trình' })
  const decision = await recordDecision({
    req,
    decision: {
      submissionId: submission.id,
      log: submission.log,
      collection: 'articles',
      docId: id,
      kind: 'publish',
      sha256: submission.sha256,
      decidedBy: room.head.id,
      capacity: 'head',
    },
  })
  await release({ req, decisionId: decision.id })
  expect(await items(id)).toEqual(['vi:Bản được duyệt'])
  const drafted = await app.payload.findByID({
    collection: 'articles',
    id,
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  expect(drafted.title).toBe('Bản sửa sau khi trình')
  await expect(release({ req, decisionId: decision.id })).rejects.toMatchObject({
    code: 'decision_already_used',
  })
})

test('the same content is the same submission, one letter in the other language is another', async () => {
  const id = await room.draft('Không đổi')
  await edit(id, { title: 'Unchanged', body: paragraph('Same.') }, 'en')
  const req = await room.request()
  const first = await freezeSubmission({ req, collection: 'articles', id })
  await edit(id, { title: 'Không đổi' })
  const again = await freezeSubmission({ req, collection: 'articles', id })
  expect(again.id).toBe(first.id)
  await edit(id, { title: 'Unchanged.' }, 'en')
  expect((await snapshotNow({ req, collection: 'articles', id })).sha256).not.toBe(first.sha256)
})

test('a withdrawal leaves a tombstone and no read row, and the document can come back', async () => {
  const id = await room.draft('Sẽ gỡ')
  await room.publish('articles', id)
  const gone = await room.withdraw('articles', id)
  expect(gone).toMatchObject({ kind: 'withdraw', sha256: null })
  expect(await items(id)).toEqual([])
  await expect(room.withdraw('articles', id)).rejects.toMatchObject({ code: 'nothing_to_withdraw' })
  await room.publish('articles', id)
  expect(await items(id)).toEqual(['vi:Sẽ gỡ'])
})

test('a submission names every missing field in each language', async () => {
  const id = await room.draft('Thiếu nội dung')
  await edit(id, { title: 'No body in English' }, 'en')
  const req = await room.request()
  await expect(freezeSubmission({ req, collection: 'articles', id })).rejects.toMatchObject({
    code: 'invalid_content',
    details: { fields: [{ path: 'body', locale: 'en' }] },
  })
})

test('a released picture is a copy under its hash, in every size', async () => {
  const cover = await room.picture()
  const id = await room.draft('Có ảnh', { cover })
  await room.publish('articles', id)
  const { rows } = await owner.query<{ cover: { url: string; sizes: { card: { url: string } } } }>(
    `select cover from release.current_items where collection = 'articles' and doc_id = $1`,
    [id],
  )
  for (const url of [rows[0]?.cover.url, rows[0]?.cover.sizes.card.url]) {
    expect(url).toMatch(/^\/released\/[0-9a-f]{64}\.\w+$/)
    await access(path.join(app.mediaDir, url ?? ''))
  }
})

test('the log refuses to be rewritten even by its owner', async () => {
  for (const statement of [
    'update release.releases set slug = slug',
    'delete from release.decisions',
    'truncate release.refusals',
  ]) {
    await expect(owner.query(statement)).rejects.toMatchObject({ code: '42501' })
  }
})
