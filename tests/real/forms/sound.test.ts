import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepForms } from '#plugins/dispatch/forms/formsOptions.ts'
import { runProgram, versionOf } from '#plugins/dispatch/forms/runProgram.ts'
import { normaliseSound } from '#plugins/dispatch/forms/sound/normaliseSound.ts'
import { probe } from '#plugins/dispatch/forms/sound/probe.ts'
import { soundKind } from '#plugins/dispatch/forms/sound/soundKind.ts'
import { makeSpeech } from '#plugins/dispatch/forms/voice/makeSpeech.ts'

const hasFfmpeg = (await versionOf('ffmpeg', '-version')) !== null
const hasVoice = (await versionOf('espeak-ng', '--version')) !== null
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'coloa-real-'))
  keepForms({})
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A file that ffmpeg makes of nothing. */
const made = async (name: string, ...args: string[]): Promise<Buffer> => {
  const file = path.join(folder, name)
  await runProgram({
    program: 'ffmpeg',
    args: ['-v', 'error', '-y', ...args, file],
    timeoutMs: 60_000,
  })
  return readFile(file)
}

const normalised = async (data: Buffer) => {
  const kind = await soundKind(data)
  if (!kind) throw new Error('no sound')
  const sound = await normaliseSound({ data, kind, targetLufs: -16 })
  if (!sound) throw new Error('ffmpeg is not installed')
  return sound
}

const speech = ['-f', 'lavfi', '-i', 'sine=frequency=300:duration=4,tremolo=f=4:d=0.9']

describe.runIf(hasFfmpeg)('with ffmpeg', () => {
  test.each([-40, -6])(
    'sound recorded at %i dB comes out at −16 LUFS, give or take one',
    async (db) => {
      const data = await made(`quiet${db}.wav`, ...speech, '-af', `volume=${db}dB`)
      const sound = await normalised(data)
      expect(sound.mimeType).toBe('audio/mpeg')
      expect(sound.loudness).toBeGreaterThan(-17)
      expect(sound.loudness).toBeLessThan(-15)
      expect(sound.seconds).toBeCloseTo(4, 0)
    },
  )

  test('the same sound gives the same bytes', async () => {
    const data = await made('same.ogg', ...speech, '-c:a', 'libvorbis')
    const hash = async () =>
      createHash('sha256')
        .update((await normalised(data)).data)
        .digest('hex')
    expect(await hash()).toBe(await hash())
  })

  test('silence stays silence', async () => {
    const data = await made('silent.wav', '-f', 'lavfi', '-i', 'anullsrc=d=2')
    expect(await normalised(data)).toMatchObject({ loudness: null })
  })

  test('video of any kind becomes H.264 and AAC of at most 1080 lines', async () => {
    const source = ['-f', 'lavfi', '-i', 'testsrc=size=2560x1440:rate=10:duration=1', ...speech]
    const data = await made('big.webm', ...source, '-c:v', 'libvpx', '-t', '1')
    const sound = await normalised(data)
    const file = path.join(folder, 'big.mp4')
    await writeFile(file, sound.data)
    expect(await probe(file, 'mov')).toMatchObject({
      video: { codec: 'h264', width: 1920, height: 1080 },
      audio: { codec: 'aac' },
    })
  })

  test('what stands behind the end of a file, and its pictures and texts, are left behind', async () => {
    const secret = 'PK-and-a-script<script>alert(1)</script>'
    const plain = await made('tail.mp3', ...speech, '-metadata', `title=${secret}`)
    const sound = await normalised(Buffer.concat([plain, Buffer.from(secret)]))
    expect(sound.data.includes(secret)).toBe(false)
  })

  test('a damaged file is refused in words', async () => {
    const whole = await made('whole.mp4', '-f', 'lavfi', '-i', 'testsrc=duration=1', '-t', '1')
    const torn = whole.subarray(0, 200)
    await expect(normalised(torn)).rejects.toMatchObject({ code: 'media_unplayable' })
  })

  test('hours of silence in a few bytes are refused before they are decoded', async () => {
    const args = [
      '-f',
      'lavfi',
      '-i',
      'anullsrc=r=8000:cl=mono:d=7200',
      '-c:a',
      'libmp3lame',
      '-b:a',
      '8k',
    ]
    const data = await made('bomb.mp3', ...args)
    await expect(normalised(data)).rejects.toMatchObject({ code: 'media_too_long' })
  })

  test('a file cannot have ffmpeg read another one', async () => {
    const file = path.join(folder, 'list')
    await writeFile(file, `#EXTM3U\n#EXTINF:1,\nfile://${path.join(folder, 'same.ogg')}\n`)
    for (const format of ['mp3', 'wav', 'ogg', 'mov', 'matroska']) {
      await expect(probe(file, format)).rejects.toMatchObject({ reason: 'failed' })
    }
  })

  test('a program that hangs is killed', async () => {
    const args = ['-v', 'error', '-re', '-f', 'lavfi', '-i', 'anullsrc', '-f', 'null', '-']
    const run = runProgram({ program: 'ffmpeg', args, timeoutMs: 300 })
    await expect(run).rejects.toMatchObject({ reason: 'late' })
  })
})

describe.runIf(hasFfmpeg && hasVoice)('with ffmpeg and espeak-ng', () => {
  test('a bulletin is spoken in Vietnamese at the loudness of all sound, and is about as long as it was reckoned', async () => {
    const text =
      'Hồi tám giờ ba mươi phút ngày hai mươi tư tháng mười một, mực nước sông Hồng tại Long Biên là mười một phẩy sáu mươi hai mét. '
    const spoken = await makeSpeech(text.repeat(4), 'vi')
    expect(spoken.loudness).toBeGreaterThan(-17)
    expect(spoken.loudness).toBeLessThan(-15)
    expect(spoken.seconds).toBeGreaterThan(20)
    expect(spoken.seconds).toBeLessThan(60)
    expect(spoken.madeBy).toMatch(/espeak-ng/)
  })

  test('a voice that does not exist is told as such', async () => {
    keepForms({ voiceName: 'khong-co' })
    await expect(makeSpeech('Một.', 'vi')).rejects.toMatchObject({ code: 'voice_failed' })
    keepForms({})
  })
})

test('without the engine it is said what is missing', async () => {
  const run = runProgram({ program: 'no-such-program', args: [], timeoutMs: 1000 })
  await expect(run).rejects.toMatchObject({ reason: 'missing' })
})
