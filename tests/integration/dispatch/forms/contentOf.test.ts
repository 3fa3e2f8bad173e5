import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { createDispatch as CreateDispatch } from '#plugins/dispatch/createDispatch.ts'
import type { MediaFile } from '#plugins/dispatch/types.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import { openForms, wav } from './openForms.ts'

let city: Awaited<ReturnType<typeof openForms>>
let createDispatch: typeof CreateDispatch
let makeForms: (payload: unknown) => Promise<void>

beforeAll(async () => {
  city = await openForms()
  ;({ createDispatch } = await import('#plugins/dispatch/createDispatch.ts'))
  const { createMakeForms } = await import('#plugins/dispatch/forms/jobs/dispatchMakeForms.ts')
  makeForms = async (payload) => {
    await createMakeForms(city.context)(payload, undefined as never) // it asks nothing of the queue
  }
  await city.device('loa-am-thanh', {
    deviceClass: 'loudspeakerCluster',
    capabilities: { forms: ['audio'] },
  })
  await city.device('loa-tu-doc', {
    deviceClass: 'loudspeakerCluster',
    capabilities: { forms: ['text', 'audio'], speaksText: true },
  })
  await city.device('bang-1', {
    deviceClass: 'ledBoard',
    capabilities: { forms: ['image'] },
    screen: { width: 320, height: 160 },
  })
})

afterAll(() => city?.stop())

const follow = async (seq: number) => {
  const { rows } = await city.pool.query(
    `select log, seq::float8 as seq, collection, doc_id as "docId", kind, body, explanation, to_json(released_at) #>> '{}' as "releasedAt"
     from release.releases where seq = $1 and collection = 'bulletins'`,
    [seq],
  )
  await inTransaction(city.pool, (client) => createDispatch(client, rows[0] as never, new Date()))
}

const dispatches = async (docId: number) => {
  const { rows } = await city.pool.query<{ snapshot: string; kind: string; devices: string[] }>(
    `select d.snapshot, d.kind, array(select l.device_code || ' ' || l.state from dispatch.deliveries l
       where l.dispatch_id = d.id order by 1) as devices
     from dispatch.dispatches d where doc_id = $1 order by number`,
    [docId],
  )
  return rows.map(({ snapshot, ...row }) => ({
    ...row,
    ...(JSON.parse(snapshot) as { text: string; spokenText: string; media: MediaFile[] }),
  }))
}

/** The file that was made last of a draft. */
const newestDraft = async (): Promise<string> => {
  const folder = path.join(city.mediaDir, 'forms/drafts')
  const notes = await Promise.all(
    (await readdir(folder)).map(async (name) => ({
      name,
      at: (await stat(path.join(folder, name))).mtimeMs,
    })),
  )
  const [last] = notes.toSorted((a, b) => b.at - a.at)
  const note = await readFile(path.join(folder, last?.name ?? ''), 'utf8')
  return (JSON.parse(note) as { files: { file: string }[] }).files[0]?.file ?? ''
}

test('an emergency does not wait for its files: the text goes at once, and the files follow to whom cannot do without', async () => {
  const id = await city.bulletin()
  const { seq, log } = await city.room.publish('bulletins', id)
  await follow(seq)
  const [first] = await dispatches(id)
  expect(first?.media).toEqual([])
  expect(first?.spokenText).toBe(
    'Từ tám giờ ba mươi phút ngày hai mươi tư tháng mười một năm hai nghìn không trăm hai mươi sáu, mưa lớn.',
  )
  await makeForms({ log, seq })
  const [sent, added, ...more] = await dispatches(id)
  expect(more).toEqual([])
  expect(added?.devices).toEqual(['bang-1 queued', 'loa-am-thanh queued'])
  // What waits for the one that speaks by itself stays.
  expect(sent?.devices).toEqual([
    'bang-1 superseded',
    'loa-am-thanh superseded',
    'loa-tu-doc queued',
  ])
  expect(added?.media.map(({ role, width, page }) => [role, width, page])).toEqual([
    ['audio', undefined, undefined],
    ['image', 320, 1],
    ['image', 320, 2],
  ])
  await makeForms({ log, seq })
  expect(await dispatches(id)).toHaveLength(2)
})

test('files that were ready go out with the text, from public addresses under the hash of their content', async () => {
  const id = await city.bulletin({ title: 'Bão số 9', spokenText: 'Bão số chín gần bờ.' })
  const { createMakeSpeech } = await import('#plugins/dispatch/forms/jobs/dispatchMakeSpeech.ts')
  await createMakeSpeech(city.context)({ bulletin: id }, undefined as never) // it asks nothing of the queue
  expect(city.spoken.at(-1)).toBe('Bão số chín gần bờ.')
  const { seq } = await city.room.publish('bulletins', id)
  await follow(seq)
  const [sent] = await dispatches(id)
  const audio = sent?.media.find(({ role }) => role === 'audio')
  expect(audio?.url).toMatch(/^https:\/\/ha-noi\.example\/released\/[0-9a-f]{64}\.(mp3|wav)$/)
  const file = await readFile(path.join(city.mediaDir, 'released', path.basename(audio?.url ?? '')))
  expect(createHash('sha256').update(file).digest('hex')).toBe(audio?.sha256)
  expect(file.length).toBe(audio?.bytes)
})

test('a recording and a picture that the board approved are sent as they are, and no voice speaks over them', async () => {
  const image = await city.room.picture()
  const data = wav(3)
  const audio = await city.payload.create({
    collection: 'media',
    data: { alt: 'Bản ghi', site: city.room.site.id },
    file: { data, mimetype: 'audio/wav', name: 'ban-ghi.wav', size: data.length },
    overrideAccess: true,
    depth: 0,
  })
  const id = await city.bulletin({ priority: 'normal', image, audio: audio.id })
  const release = await city.room.publish('bulletins', id)
  const { contentOf } = await import('#plugins/dispatch/forms/contentOf.ts')
  const { rows } = await city.pool.query<{ body: string }>(
    'select body from release.releases where id = $1',
    [release.id],
  )
  const content = await inTransaction(city.pool, (client) =>
    contentOf(client, {
      release: { ...release, body: rows[0]?.body ?? '', releasedAt: new Date().toISOString() },
      audience: { areas: ['10105'], groups: [], devices: [] },
    }),
  )
  expect(content.media).toEqual([
    expect.objectContaining({ role: 'audio', bytes: audio.filesize }),
    expect.objectContaining({ role: 'image', mimeType: 'image/jpeg', width: 1400, height: 900 }),
  ])
})

test('what is not dispatched yet is not served', async () => {
  const id = await city.bulletin({ title: 'Nháp', spokenText: 'Một bản nháp.' })
  const { createMakeSpeech } = await import('#plugins/dispatch/forms/jobs/dispatchMakeSpeech.ts')
  await createMakeSpeech(city.context)({ bulletin: id }, undefined as never) // it asks nothing of the queue
  const { rows } = await city.pool.query(
    `select from dispatch.made_forms where made_from like '%Một bản nháp.%'`,
  )
  expect(rows).toEqual([])
  const file = await newestDraft()
  await expect(readFile(path.join(city.mediaDir, 'released', file))).rejects.toThrow(/ENOENT/)
  await expect(readFile(path.join(city.mediaDir, 'forms', file))).resolves.toBeInstanceOf(Buffer)
})

test('what was made of drafts that nobody released goes after a month, what was released stays', async () => {
  const { createSweepDrafts } = await import('#plugins/dispatch/forms/jobs/dispatchSweepDrafts.ts')
  const sweepIn = (days: number) =>
    createSweepDrafts({
      ...city.context,
      now: () => new Date(Date.now() + days * 86_400_000),
    })({}, undefined as never) // it asks nothing of the queue
  const draft = await newestDraft()
  const { rows } = await city.pool.query<{ files: { file: string }[] }>(
    `select files from dispatch.made_forms where role = 'audio' and made_from like '%Bão số chín gần bờ.%'`,
  )
  const released = rows[0]?.files[0]?.file ?? ''
  const made = path.join(city.mediaDir, 'forms')
  await sweepIn(29)
  expect(await readdir(made)).toEqual(expect.arrayContaining([draft, released]))
  await sweepIn(31)
  expect(await readdir(path.join(made, 'drafts'))).toEqual([])
  expect(await readdir(made)).toContain(released)
  expect(await readdir(made)).not.toContain(draft)
})

test('the screens of a board have its size', async () => {
  const { rows } = await city.pool.query<{ files: { file: string }[] }>(
    `select files from dispatch.made_forms where role = 'image' limit 1`,
  )
  const file = path.join(city.mediaDir, 'forms', rows[0]?.files[0]?.file ?? '')
  expect(await sharp(file).metadata()).toMatchObject({ width: 320, height: 160, format: 'png' })
})
