import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { createDispatch as CreateDispatch } from '#plugins/dispatch/createDispatch.ts'
import type { Content, DispatchOrder, MediaFile } from '#plugins/dispatch/types.ts'
import { stableText } from '#domain/release/stableText.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import { openForms, wav } from './openForms.ts'

type Snapshot = Content & Omit<DispatchOrder, 'content'>

let city: Awaited<ReturnType<typeof openForms>>
let createDispatch: typeof CreateDispatch

beforeAll(async () => {
  city = await openForms()
  ;({ createDispatch } = await import('#plugins/dispatch/createDispatch.ts'))
  await city.device('loa', {
    deviceClass: 'loudspeakerCluster',
    capabilities: { forms: ['audio'] },
  })
  await city.device('bang', {
    deviceClass: 'ledBoard',
    capabilities: { forms: ['image'] },
    screen: { width: 320, height: 160 },
  })
})

afterAll(() => city?.stop())

/** Releases a bulletin and lets the hub follow it. */
const issue = async (id: number) => {
  const release = await city.room.publish('bulletins', id)
  const { rows } = await city.pool.query(
    `select log, seq::float8 as seq, collection, doc_id as "docId", kind, body, explanation, to_json(released_at) #>> '{}' as "releasedAt"
     from release.releases where id = $1`,
    [release.id],
  )
  await inTransaction(city.pool, (client) => createDispatch(client, rows[0] as never, new Date()))
  return release
}

/** Has what is missing made, and sent after. */
const makeForms = async ({ log, seq }: { log: string; seq: number }) => {
  const { createMakeForms } = await import('#plugins/dispatch/forms/jobs/dispatchMakeForms.ts')
  await createMakeForms(city.context)({ log, seq }, undefined as never) // it asks nothing of the queue
}

const newest = async (docId: number) => {
  const { rows } = await city.pool.query<{ id: string; snapshot: string }>(
    'select id, snapshot from dispatch.dispatches where doc_id = $1 order by number desc limit 1',
    [docId],
  )
  return { id: rows[0]?.id, said: JSON.parse(rows[0]?.snapshot ?? '') as Snapshot }
}

/** Inserts as the application's role what the newest dispatch of a bulletin says, but for some of it; all but the lie is in order. */
const forge = async (docId: number, lie: Partial<Snapshot> = {}) => {
  const { id, said } = await newest(docId)
  const snapshot = JSON.stringify({ ...said, ...lie })
  await city.pool.query(
    `insert into dispatch.dispatches (chain, cause, log, seq, doc_id, kind, priority, title, issuer, snapshot, sha256, audience,
       effective_at, expires_at)
     select chain, gen_random_uuid(), log, seq, doc_id, $5, priority, title, $4, $2, $3, audience, effective_at, expires_at
     from dispatch.dispatches where id = $1`,
    [
      id,
      snapshot,
      createHash('sha256').update(snapshot).digest('hex'),
      lie.issuer ?? said.issuer,
      lie.kind ?? said.kind,
    ],
  )
}

const words = 'not the spoken words'
const file = 'no approved or made form'

test('the application role cannot have other words spoken, nor in the name of another', async () => {
  const id = await city.bulletin()
  await issue(id)
  const { rows } = await city.pool.query<{ body: string }>(
    `select body from release.releases where collection = 'bulletins' and doc_id = $1`,
    [id],
  )
  const { said } = await newest(id)
  // The board released the words that are spoken, though nobody had written them.
  expect(rows[0]?.body).toContain(JSON.stringify(said.spokenText))
  expect(said.spokenText).toMatch(/^Từ tám giờ ba mươi phút/)
  await expect(forge(id, { spokenText: 'Sơ tán ngay!' })).rejects.toThrow(words)
  await expect(forge(id, { spokenText: said.text })).rejects.toThrow(words)
  await expect(forge(id, { spokenText: null })).rejects.toThrow(words)
  await expect(forge(id, { issuer: 'Bộ Quốc phòng' })).rejects.toThrow('is not who issues')
  await expect(forge(id, { language: 'en' })).rejects.toThrow('not what release')
  await expect(forge(id, { kind: 'cancel' })).rejects.toThrow(words)
  await forge(id)
})

test('a file that is neither approved nor made of the approved words is refused, whatever row is put beside it', async () => {
  const id = await city.bulletin({ title: 'Lũ', spokenText: 'Lũ lên nhanh.' })
  const release = await issue(id)
  await makeForms(release)
  const { said } = await newest(id)
  const [sound, screen, ...more] = said.media
  if (!sound || !screen) throw new Error('nothing was made')
  expect([sound.role, screen.role]).toEqual(['audio', 'image'])
  const media = (...files: unknown[]) => ({ media: files as MediaFile[] })
  const sha256 = createHash('sha256').update('foreign').digest('hex')
  const foreign = { ...sound, sha256, url: sound.url.replace(sound.sha256, sha256) }
  await expect(forge(id, media(foreign))).rejects.toThrow(file)
  await expect(forge(id, media({ ...sound, role: 'video' }))).rejects.toThrow(file)
  await expect(forge(id, media({ ...sound, url: 'https://x.example/a.mp3' }))).rejects.toThrow(file)
  await expect(forge(id, media({ ...screen, page: 7 }))).rejects.toThrow(file)
  await expect(forge(id, { media: {} as never })).rejects.toThrow(file)

  const keep = (from: Record<string, unknown>, key?: string) => {
    const text = stableText(from)
    const files = JSON.stringify([{ ...foreign, file: `${sha256}.mp3` }])
    return city.pool.query(
      `insert into dispatch.made_forms (key, made_from, role, files, made_by) values ($1, $2, 'audio', $3, 'x')`,
      [key ?? createHash('sha256').update(text).digest('hex'), text, files],
    )
  }
  await expect(keep({ text: said.spokenText }, sha256)).rejects.toThrow('say_from_what')
  await keep({ text: 'Sơ tán ngay!', language: 'vi' })
  await expect(forge(id, media(foreign))).rejects.toThrow(file)
  await expect(
    city.pool.query(`update dispatch.made_forms set files = '[]' where role = 'audio'`),
  ).rejects.toThrow('permission denied')

  // Sound of another bulletin, made in good order, is not sound of this one.
  const other = await city.bulletin({ title: 'Bão', spokenText: 'Bão đã tan.' })
  await makeForms(await issue(other))
  const [strange] = (await newest(other)).said.media
  await expect(forge(id, media(strange))).rejects.toThrow(file)
  await forge(id, media(sound, screen, ...more))
  await forge(id, media())
})

test('a recording the board approved goes out, and no voice in its place', async () => {
  const data = wav(3)
  const audio = await city.payload.create({
    collection: 'media',
    data: { alt: 'Bản ghi', site: city.room.site.id },
    file: { data, mimetype: 'audio/wav', name: 'ban-ghi.wav', size: data.length },
    overrideAccess: true,
    depth: 0,
  })
  const id = await city.bulletin({ title: 'Ghi âm', audio: audio.id })
  await makeForms(await issue(id))
  const { said } = await newest(id)
  const recording = said.media.find(({ role }) => role === 'audio')
  expect(recording).toMatchObject({ role: 'audio', bytes: audio.filesize })
  await expect(forge(id, { media: [] })).rejects.toThrow(file)
  const { rows } = await city.pool.query<{ files: { file: string; sha256: string }[] }>(
    `select files from dispatch.made_forms where role = 'audio' limit 1`,
  )
  const [made] = rows[0]?.files ?? []
  const voice = { ...recording, url: `https://ha-noi.example/released/${made?.file}`, ...made }
  await expect(forge(id, { media: [...said.media, voice as never] })).rejects.toThrow(file)
  await forge(id, { media: said.media })
})

test('what was made of a bulletin is public as long as the bulletin is', async () => {
  const { isOnAir } = await import('#plugins/dispatch/server.ts')
  const id = await city.bulletin({ title: 'Nắng nóng', text: 'Nắng nóng gay gắt.' })
  await makeForms(await issue(id))
  // The sounds of the voice of the tests are the same for several bulletins; screens show their words.
  const screens = (await newest(id)).said.media.filter(({ role }) => role === 'image')
  const names = screens.map(({ url }) => url.split('/').at(-1) ?? '')
  const open = () => Promise.all(names.map((name) => isOnAir(city.pool, name)))
  expect(names.length).toBeGreaterThan(0)
  expect(await open()).toEqual(names.map(() => true))
  await city.payload.update({
    collection: 'bulletins',
    id,
    data: { text: 'Nắng nóng đã dịu.' },
    draft: true,
    overrideAccess: true,
  })
  await issue(id)
  expect(await open()).toEqual(names.map(() => false))
  await city.room.withdraw('bulletins', id)
  expect(await open()).toEqual(names.map(() => false))
})
