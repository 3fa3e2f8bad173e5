import { mkdir } from 'node:fs/promises'
import pg from 'pg'
import type { Payload } from 'payload'
import type { JobContext } from '#kit/jobContext.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { installDevice } from '#tests/support/installDevice.ts'
import { openNewsroom } from '#tests/support/newsroom.ts'

/** A second of silence, or of a tone, as a WAV file of 8 kHz. */
export const wav = (seconds = 1, amplitude = 8000): Buffer => {
  const count = 8000 * seconds
  const file = Buffer.alloc(44 + count * 2)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + count * 2, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(8000, 24)
  file.writeUInt32LE(16000, 28)
  file.writeUInt16LE(2, 32)
  file.writeUInt16LE(16, 34)
  file.write('data', 36)
  file.writeUInt32LE(count * 2, 40)
  for (let at = 0; at < count; at += 1) {
    const value = Math.round(Math.sin((at / 8000) * 2 * Math.PI * 440) * amplitude)
    file.writeInt16LE(value, 44 + at * 2)
  }
  return file
}

/** A city with one ward, a newsroom, and an engine that speaks without any program. */
export const openForms = async (environment: Record<string, string> = {}) => {
  const booted = await bootPayload({ PUBLIC_URL: 'https://ha-noi.example', ...environment })
  const { payload, mediaDir } = booted
  await mkdir(mediaDir, { recursive: true })
  const { keepForms, theForms } = await import('#plugins/dispatch/forms/formsOptions.ts')
  const spoken: string[] = []
  keepForms({
    ...theForms(),
    mediaDir,
    voice: {
      name: 'a voice of the tests',
      version: async () => '1',
      speak: async (text) => {
        spoken.push(text)
        return wav(1 + (text.length % 7))
      },
    },
  })
  const pool = new pg.Pool({ connectionString: booted.appUrl, max: 4 })
  const room = await openNewsroom(payload)
  const unit = await payload.create({
    collection: 'units',
    data: { code: '10105', name: 'Phường Thử', kind: 'ward' },
    overrideAccess: true,
    depth: 0,
  })
  const context = {
    payload,
    pool,
    logger: payload.logger,
    now: () => new Date(),
  } as unknown as JobContext // what these jobs use of it
  return {
    ...booted,
    context,
    pool,
    room,
    spoken,
    unit,
    device: (code: string, more: Record<string, unknown>) =>
      installDevice({
        payload,
        pool,
        data: { code, name: code, unit: unit.id, channel: 'pull', ...more },
      }),
    bulletin: (more: Record<string, unknown> = {}) =>
      makeBulletin(payload, room.site.id, unit.id, more),
    stop: async () => {
      await pool.end()
      await booted.stop()
    },
  }
}

const makeBulletin = async (
  payload: Payload,
  site: number,
  unit: number,
  more: Record<string, unknown>,
): Promise<number> => {
  const { id } = await payload.create({
    collection: 'bulletins',
    data: {
      title: 'Mưa lớn',
      text: 'Từ 8h30 ngày 24/11/2026, mưa lớn.',
      priority: 'emergency',
      messageKind: 'alert',
      expiresAt: new Date(Date.now() + 6 * 3_600_000).toISOString(),
      site,
      areas: [unit],
      ...more,
    } as never, // each test gives what it is about
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  return id
}
