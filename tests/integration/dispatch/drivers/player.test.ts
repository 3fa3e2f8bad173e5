import { generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#kit/inTransaction.ts'
import { rawPublicKey } from '#kit/signingKey.ts'
import { keepFile, releaseFile } from '#plugins/dispatch/forms/store/keepFile.ts'
import { issueDispatch } from '#plugins/dispatch/issueDispatch.ts'
import type { MediaFile } from '#plugins/dispatch/types.ts'
import { signReport } from '../../../../src/examples/device/signReport.ts'
import { enrolmentCode } from '#tests/support/enrolmentCode.ts'
import { launchChromium } from '#tests/support/launchChromium.ts'
import type { TestBrowser } from '#tests/support/launchChromium.ts'
import { openRadio } from '../radio.ts'

const pair = generateKeyPairSync('ed25519')
let radio: Awaited<ReturnType<typeof openRadio>>
let chromium: TestBrowser
let page: Page

beforeAll(async () => {
  radio = await openRadio()
  await radio.register('bang-1', {
    channel: 'player',
    deviceClass: 'ledBoard',
    publicKey: rawPublicKey(pair.publicKey),
  })
  chromium = await launchChromium()
  await mkdir('tests/.output', { recursive: true })
})

afterAll(async () => {
  await chromium?.stop()
  await radio?.stop()
})

const shown = () => page.locator('#board').getAttribute('aria-label')
/** Yellow pixels on the board: letters of an emergency. */
const yellow = () =>
  page.evaluate(() => {
    const canvas = document.querySelector('canvas')
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return 0
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    let count = 0
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 0) > 200 && (data[at + 1] ?? 0) > 150 && (data[at + 2] ?? 255) < 60)
        count += 1
    return count
  })

const connect = async (code: string) => {
  await page.fill('#once', code)
  await page.click('button[type=submit]')
}
const trouble = () => page.textContent('#trouble')
const REFUSED = 'Mã không đúng, đã dùng hoặc đã hết hạn'

test('a board is connected by a one-time code: it makes a key that nobody can read out, and shows that nothing is to be shown', async () => {
  page = await chromium.open({ width: 640, height: 320 })
  await page.goto(`${radio.web.url}/bang-tin/bang-1`)
  const replaced = await enrolmentCode(radio.pool, 'bang-1')
  const code = await enrolmentCode(radio.pool, 'bang-1')
  await connect(replaced)
  await expect.poll(trouble).toContain(REFUSED)
  await connect(code.toLowerCase().replace('-', ' '))
  await expect.poll(() => page.getAttribute('body', 'data-state')).toBe('running')
  await expect.poll(shown, { timeout: 10_000 }).toContain('không có bản tin')
  const { rows } = await radio.pool.query<{ key: string }>(
    `select k.public_key as key from dispatch.device_keys k join public.devices d on d.id = k.device_id
     where d.code = 'bang-1' and k.revoked_at is null and k.valid_until is null`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.key).not.toBe(rawPublicKey(pair.publicKey))
  const kept = await page.evaluate(async () => {
    const base = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open('coloa-board-bang-1', 1)
      asked.addEventListener('success', () => resolve(asked.result))
    })
    const key = await new Promise<CryptoKey>((resolve) => {
      const asked = base.transaction('kept').objectStore('kept').get('key')
      asked.addEventListener('success', () => resolve(asked.result as CryptoKey))
    })
    return [key.type, key.extractable]
  })
  expect(kept).toEqual(['private', false])
  await enterWith(code, generateKeyPairSync('ed25519')).then((status) => expect(status).toBe(401))
})

/** Enters a key as a board does. @returns the status */
const enterWith = async (
  code: string,
  own: { publicKey: KeyObject; privateKey: KeyObject },
  more: { device?: string; signer?: KeyObject } = {},
) => {
  const { device = 'bang-1', signer = own.privateKey } = more
  const report = signReport(
    { code: device, privateKey: signer },
    { code, publicKey: rawPublicKey(own.publicKey) } as never, // not a report, but signed alike
    new Date(),
  )
  const answer = await fetch(`${radio.web.url}/bang-tin/${device}/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(report),
  })
  return answer.status
}

test('an emergency takes the board at once, is proven by its pixels, and stays without a network', async () => {
  const id = await radio.bulletin('Bão số 9 đổ bộ: sơ tán ngay, ẩn nấp nơi kiên cố')
  const began = Date.now()
  await radio.issue(id)
  await expect.poll(shown, { timeout: 10_000, interval: 20 }).toContain('Bão số 9')
  console.info(`released to shown on the board: ${Date.now() - began} ms`)
  expect(await yellow()).toBeGreaterThan(500)
  await page.screenshot({ path: 'tests/.output/board-emergency.png' })
  const rows = await radio.settled(id, (all) => all.some((one) => one.state === 'proven'), 40_000)
  expect(rows.map((one) => [one.code, one.state])).toEqual([['bang-1', 'proven']])
  const { rows: proofs } = await radio.pool.query<{ proof: Record<string, unknown> }>(
    `select proof from dispatch.receipts where kind = 'proven'`,
  )
  expect(proofs).toEqual([
    { proof: { canvas: expect.stringMatching(/^[0-9a-f]{64}$/), width: 640, height: 320 } },
  ])

  await page.context().setOffline(true)
  await page.reload()
  await expect.poll(shown, { timeout: 15_000 }).toMatch(/Bão số 9|kiên cố|Gió mạnh|ở trong nhà/)
  await page.context().setOffline(false)
  await radio.takeDown(id)
  await expect.poll(shown, { timeout: 40_000 }).toContain('không có bản tin')
  const after = await radio.settled(
    id,
    (all) =>
      all.length === 2 && all.every((one) => one.state === 'played' || one.state === 'proven'),
  )
  expect(after.flatMap((one) => one.receipts)).toContain('stopped')
})

test('what expires leaves the board by itself, also without a network', async () => {
  const id = await radio.bulletin('Cảnh báo ngắn', {
    expiresAt: new Date(Date.now() + 9000).toISOString(),
  })
  await radio.issue(id)
  await expect.poll(shown, { timeout: 8000 }).toContain('Cảnh báo ngắn')
  await page.context().setOffline(true)
  await expect.poll(shown, { timeout: 15_000 }).toContain('không có bản tin')
  await page.context().setOffline(false)
})

/** A file as released ones are served. */
const served = async (role: 'image' | 'video', data: Uint8Array, mimeType: string) => {
  const extension = `.${mimeType.split('/')[1]}`
  const { file, sha256 } = await keepFile({ mediaDir: radio.mediaDir, data, extension })
  await releaseFile(radio.mediaDir, file)
  const url = `${radio.web.url}/released/${file}`
  return { role, url, sha256, mimeType, bytes: data.byteLength } satisfies MediaFile
}

let given = 0
/** Puts an item of a commune's day on the board, as its airing would. */
const air = async (title: string, media: MediaFile[], text = '') => {
  given += 1
  const now = new Date().toISOString()
  return inTransaction(radio.pool, async (client) => {
    // Its files are public as those of a bulletin are.
    const docId = 100_000 + given
    await client.query(
      `insert into release.current_items (collection, doc_id, locale, log, seq, slug, title, sort_at, first_released_at, released_at, body)
       values ('bulletins', $1, 'vi', 'ha-noi', $2, '', $3, now(), now(), now(), '{}')`,
      [docId, docId, title],
    )
    await client.query('alter table dispatch.dispatches disable trigger demand_release')
    const id = await issueDispatch(client, {
      chain: `airing/${given}`,
      cause: `airing/${given}/1`,
      kind: 'alert',
      priority: 'normal',
      release: { log: 'ha-noi', seq: given, docId },
      content: { title, text, spokenText: null, language: 'vi', topic: null, media },
      issuer: 'UBND phường Thử',
      issuedAt: now,
      effectiveAt: now,
      expiresAt: null,
      audience: { areas: [], groups: [], devices: ['bang-1'] },
    })
    await client.query('alter table dispatch.dispatches enable trigger demand_release')
    return id ?? ''
  })
}

const receiptsOf = async (dispatch: string): Promise<string[]> => {
  const { rows } = await radio.pool.query<{ kind: string }>(
    `select r.kind from dispatch.receipts r join dispatch.deliveries l on l.id = r.delivery_id
     where l.dispatch_id = $1`,
    [dispatch],
  )
  return rows.map((row) => row.kind)
}

/** How much of a part of the board is of a colour, from 0 to 1; `top` and `bottom` in parts of its height. */
const shareOf = (colour: 'white' | 'green', top: number, bottom: number) =>
  page.evaluate(
    ([wanted, from, to]) => {
      const canvas = document.querySelector('canvas')
      const context = canvas?.getContext('2d')
      if (!canvas || !context) return 0
      const [y, height] = [canvas.height * from, canvas.height * (to - from)]
      const { data } = context.getImageData(0, y, canvas.width, height)
      let count = 0
      for (let at = 0; at < data.length; at += 4) {
        const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
        if (wanted === 'white' ? r > 200 && g > 200 && b > 200 : g > 120 && r < 90 && b < 90)
          count += 1
      }
      return count / (data.length / 4)
    },
    [colour, top, bottom] as const,
  )

test('a picture stands between its issuer and what runs below it, which is played when all has run through', async () => {
  const green = await sharp({
    create: { width: 640, height: 320, channels: 3, background: '#10a020' },
  })
    .png()
    .toBuffer()
  const picture = await air('Ngày hội đọc sách', [await served('image', green, 'image/png')])
  const words = await air('Tiêm chủng', [], 'Sáng thứ Hai tại trạm y tế.')
  await expect.poll(shown, { timeout: 20_000 }).toBe('Ngày hội đọc sách. Tiêm chủng')
  await expect.poll(() => shareOf('white', 0.85, 1), { timeout: 20_000 }).toBeGreaterThan(0.02)
  expect(await shareOf('green', 0.25, 0.8)).toBeGreaterThan(0.5)
  expect(await shareOf('green', 0, 0.15)).toBe(0)
  expect(await shareOf('green', 0.86, 1)).toBe(0)
  await page.screenshot({ path: 'tests/.output/board-picture.png' })
  await expect.poll(() => receiptsOf(picture), { timeout: 30_000 }).toContain('proven')
  await expect.poll(() => receiptsOf(words), { timeout: 60_000 }).toContain('played')
})

/** A second and a half of green with a tone, made by the browser itself. */
const film = async (): Promise<Buffer> => {
  const text = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 160 })
    const context = canvas.getContext('2d')
    const sound = new AudioContext()
    const tone = sound.createOscillator()
    const out = sound.createMediaStreamDestination()
    tone.connect(out)
    tone.start()
    const stream = canvas.captureStream(25)
    for (const track of out.stream.getAudioTracks()) stream.addTrack(track)
    const recorder = new MediaRecorder(stream, { mimeType: 'video/webm' })
    const parts: Blob[] = []
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
    const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve))
    recorder.start()
    const began = performance.now()
    while (performance.now() - began < 1500 && context) {
      context.fillStyle = `rgb(10 ${150 + Math.round((performance.now() - began) / 100)} 20)`
      context.fillRect(0, 0, 320, 160)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    recorder.stop()
    await ended
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))
  })
  return Buffer.from(text, 'base64')
}

test('a film is seen, heard and proven; one that cannot be played is read, and the board goes on', async () => {
  await page.evaluate(() => {
    const original = HTMLMediaElement.prototype.play
    HTMLMediaElement.prototype.play = function play() {
      document.body.dataset.muted = String(this.muted)
      return original.call(this)
    }
  })
  const good = await air('Phim ngắn về an toàn', [
    await served('video', await film(), 'video/webm'),
  ])
  await expect.poll(() => receiptsOf(good), { timeout: 60_000 }).toContain('proven')
  expect(await page.getAttribute('body', 'data-muted')).toBe('false')
  const broken = await air(
    'Phim hỏng',
    [await served('video', Buffer.from('no film at all'), 'video/mp4')],
    'Nội dung của phim bằng chữ.',
  )
  await expect.poll(shown, { timeout: 60_000 }).toContain('Phim hỏng')
  await page.screenshot({ path: 'tests/.output/board-instead.png' })
  await expect.poll(() => receiptsOf(broken), { timeout: 60_000 }).toContain('played')
  const { rows } = await radio.pool.query<{ detail: string | null }>(
    `select r.detail from dispatch.receipts r join dispatch.deliveries l on l.id = r.delivery_id
     where l.dispatch_id = $1 and r.kind = 'played'`,
    [broken],
  )
  expect(rows).toEqual([{ detail: 'as_text' }])
  await expect.poll(shown, { timeout: 60_000 }).toContain('Ngày hội đọc sách')
})

test('nobody without the key has the stream', async () => {
  const stranger = generateKeyPairSync('ed25519')
  const { sign } = await import('node:crypto')
  const open = async (key: typeof stranger.privateKey, device: string, seconds = 0) => {
    const timestamp = Math.floor(Date.now() / 1000) + seconds
    const signature = `v1a,${sign(null, Buffer.from(`x.${timestamp}.stream`), key).toString('base64')}`
    const asked = new URLSearchParams({ id: 'x', timestamp: String(timestamp), signature })
    const stop = new AbortController()
    const answer = await fetch(`${radio.web.url}/bang-tin/${device}/messages?${asked}`, {
      signal: stop.signal,
    })
    stop.abort()
    return answer.status
  }
  expect(await open(pair.privateKey, 'bang-1')).toBe(200)
  expect(await open(stranger.privateKey, 'bang-1')).toBe(401)
  expect(await open(pair.privateKey, 'bang-2')).toBe(401)
  expect(await open(pair.privateKey, 'bang-1', -3600)).toBe(401)
  const bare = await fetch(`${radio.web.url}/bang-tin/bang-1/messages`)
  expect(bare.status).toBe(400)
  expect(chromium.complaints.filter((one) => !one.includes('ERR_INTERNET'))).toEqual([])
})

test('a code works once, for its board, in its time, and not after five wrong ones; who tries often is stopped', async () => {
  await radio.register('bang-3', { channel: 'player', deviceClass: 'ledBoard' })
  const fresh = () => generateKeyPairSync('ed25519')
  const code = await enrolmentCode(radio.pool, 'bang-3')
  const own = fresh()
  expect(await enterWith(code, own)).toBe(401) // of another board
  // A key that the sender does not hold.
  expect(await enterWith(code, own, { device: 'bang-3', signer: fresh().privateKey })).toBe(401)
  await radio.pool.query(
    `update dispatch.enrolment_codes set valid_until = clock_timestamp() where used_at is null`,
  )
  expect(await enterWith(code, own, { device: 'bang-3' })).toBe(401)
  const next = await enrolmentCode(radio.pool, 'bang-3')
  for (let n = 0; n < 5; n += 1)
    expect([401, 429]).toContain(await enterWith('AAAAA-AAAAA', own, { device: 'bang-3' }))
  await radio.pool.query(
    `update dispatch.enrolment_codes set wrong_tries = 5 where used_at is null and valid_until > now()`,
  )
  const { enrolBoard } = await import('#plugins/dispatch/registry/enrolment/enrolBoard.ts')
  const envelope = signReport(
    { code: 'bang-3', privateKey: own.privateKey },
    {} as never, // signed, and no more is looked at
    new Date(),
  )
  const publicKey = rawPublicKey(own.publicKey)
  await expect(enrolBoard(radio.pool, { envelope, code: next, publicKey })).rejects.toMatchObject({
    code: 'enrol_refused',
  })
  const statuses: number[] = []
  for (let n = 0; n < 12; n += 1) statuses.push(await enterWith('x', own, { device: 'bang-3' }))
  expect(statuses.at(-1)).toBe(429)
})
