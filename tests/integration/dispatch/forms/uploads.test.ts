import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublicReader } from '#plugins/release-log/read.ts'
import { password } from '#tests/support/newsroom.ts'
import { serveRest } from '#tests/support/serveRest.ts'
import { openForms, wav } from './openForms.ts'

let city: Awaited<ReturnType<typeof openForms>>

beforeAll(async () => {
  city = await openForms()
})
afterAll(() => city?.stop())

const upload = (name: string, mimetype: string, data: Buffer) =>
  city.payload
    .create({
      collection: 'media',
      data: { alt: 'Tệp', site: city.room.site.id },
      file: { data, mimetype, name, size: data.length },
      overrideAccess: true,
      depth: 0,
    })
    .catch((error: Error & { data?: { code?: string } }) => error.data?.code ?? error.message)

test.each([
  [
    'a playlist that names other files',
    'ban-tin.mp3',
    'audio/mpeg',
    '#EXTM3U\nfile:///etc/passwd\n',
  ],
  ['a list for concat', 'ban-tin.mp3', 'audio/mpeg', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
  ['a text', 'ban-tin.wav', 'audio/wav', 'không phải âm thanh'],
  ['a web page', 'ban-tin.mp4', 'video/mp4', '<!doctype html><script>1</script>'],
  ['nothing', 'ban-tin.mp3', 'audio/mpeg', ''],
])('%s is no sound, whatever it is called', async (_what, name, mimetype, text) => {
  expect(await upload(name, mimetype, Buffer.from(text))).toBe('media_not_sound')
})

test.each([
  ['vi', 'Nội dung tệp không phải âm thanh hay video mà hệ thống nhận'],
  ['en', 'By its content the file is no sound or video that is taken'],
])(
  'over HTTP it is refused by its own code, in the language of who asks: %s',
  async (lang, said) => {
    const { url, stop } = await serveRest({
      config: (await import('#payload-config')).default,
      reader: createPublicReader({ pool: city.pool }),
    })
    const head = { email: city.room.head.email, password }
    const login = await fetch(`${url}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(head),
    })
    const { token } = (await login.json()) as { token: string }
    const form = new FormData()
    form.set('_payload', JSON.stringify({ alt: 'Lời đọc', site: city.room.site.id }))
    form.set('file', new File(['không phải âm thanh'], 'loi-doc.mp3', { type: 'audio/mpeg' }))
    const answer = await fetch(`${url}/api/media`, {
      method: 'POST',
      headers: { authorization: `JWT ${token}`, 'accept-language': lang },
      body: form,
    })
    const { errors } = (await answer.json()) as { errors: { code: string; message: string }[] }
    stop()
    expect([answer.status, errors[0]?.code]).toEqual([422, 'media_not_sound'])
    expect(errors[0]?.message).toContain(said)
  },
)

test('sound is stored as what it is, measured by nobody but the machine, and its taking in is recorded', async () => {
  const media = await upload('loi-doc.mp3', 'audio/mpeg', wav(2))
  expect(media).toMatchObject({
    filename: expect.stringMatching(/^loi-doc-[0-9a-f]{16}\.(mp3|wav)$/) as string,
  })
  const { rows } = await city.pool.query(
    `select was_type as "wasType", is_normalised as "isNormalised", seconds, loudness, sha256 from dispatch.media_checks
     where media_id = $1`,
    [(media as { id: number }).id],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ wasType: 'audio/wav' })
  const row = rows[0] as { isNormalised: boolean; seconds: number | null; loudness: number | null }
  // Without ffmpeg it is as it came, and says so.
  expect(row.isNormalised).toBe(row.seconds !== null)
  expect(media).toMatchObject({ seconds: row.seconds, loudness: row.loudness })
})

test('pictures and documents are left alone', async () => {
  const id = await city.room.picture()
  const { rows } = await city.pool.query(
    'select 1 from dispatch.media_checks where media_id = $1',
    [id],
  )
  expect(rows).toEqual([])
})
