import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { testFilm } from './testFilm.ts'

/** The forms that come as a file. */
export type TestMedium = 'audio' | 'image' | 'video'

/** A file of a connection test. */
export type TestFile = {
  bytes: Buffer
  sha256: string
  mimeType: string
  extension: string
  seconds?: number
  width?: number
  height?: number
}

const made = new Map<TestMedium, Promise<TestFile>>()

/** The file of a form: a tone, a picture, a film; the same bytes at every call. */
export const testMedium = (form: TestMedium): Promise<TestFile> => {
  const before = made.get(form)
  if (before) return before
  const file = make(form)
  made.set(form, file)
  return file
}

const make = async (form: TestMedium): Promise<TestFile> => {
  if (form === 'audio') return hashed(tone(), 'audio/wav', 'wav', { seconds: 1 })
  if (form === 'video') {
    const size = { seconds: 1, width: 32, height: 32 }
    return hashed(Buffer.from(testFilm, 'base64'), 'video/mp4', 'mp4', size)
  }
  const picture = await sharp({
    create: { width: 192, height: 96, channels: 3, background: '#111111' },
  })
    .png()
    .toBuffer()
  return hashed(picture, 'image/png', 'png', { width: 192, height: 96 })
}

const hashed = (
  bytes: Buffer,
  mimeType: string,
  extension: string,
  size: Pick<TestFile, 'seconds' | 'width' | 'height'>,
): TestFile => ({
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  mimeType,
  extension,
  ...size,
})

const RATE = 8000
const TONE_HZ = 440

/** A second of a quiet tone, 16 bit, one channel, WAV. */
const tone = (): Buffer => {
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + RATE * 2, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(RATE * 2, 40)
  const sound = Buffer.alloc(RATE * 2)
  for (let n = 0; n < RATE; n += 1) {
    sound.writeInt16LE(Math.round(6000 * Math.sin((2 * Math.PI * TONE_HZ * n) / RATE)), n * 2)
  }
  return Buffer.concat([head, sound])
}
