import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ProgramError, runProgram } from '../runProgram.ts'
import { loudnessOf } from './loudnessOf.ts'
import { ONLY_THIS_FILE, probe } from './probe.ts'
import type { Probed } from './probe.ts'
import { tooLong, tooSlow, unplayable } from './soundErrors.ts'
import type { SoundKind } from './soundKind.ts'

/** Sound or video as it is stored and sent. */
export type Normalised = {
  data: Buffer
  mimeType: 'audio/mpeg' | 'video/mp4'
  extension: '.mp3' | '.mp4'
  seconds: number
  /** LUFS, integrated; null when it is silent. */
  loudness: number | null
}

/** Longer is no bulletin; what claims to be shorter is cut here all the same. */
const MOST_MINUTES = { audio: 60, video: 15 }
/** A picture beyond this is made to exhaust a decoder. */
const MOST_PIXELS = 8192 * 4320
const MOST_BYTES = String(400 * 1024 * 1024)
const DEADLINE_MS = { audio: 120_000, video: 280_000 }

/**
 * Brings sound to one loudness (EBU R128, measured, raised or lowered as a whole, peaks held) as MP3, and video to H.264 and AAC in MP4 of at most 1080 lines. What
 * else the file held, such as other streams, pictures, texts and data behind its end, is left behind.
 *
 * @param options.targetLufs −16 for speech
 * @returns null when ffmpeg is not installed
 * @throws PortalError `media_unplayable`, `media_too_long`, `media_too_slow`
 */
export const normaliseSound = async (options: {
  data: Uint8Array
  kind: SoundKind
  targetLufs: number
}): Promise<Normalised | null> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'coloa-sound-'))
  try {
    // A name of ours, without an ending: nothing about it tells a program how to read it.
    const file = path.join(folder, 'in')
    await writeFile(file, options.data)
    return await normaliseFile(file, path.join(folder, 'out'), options)
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error
    if (error.reason === 'missing') return null
    throw error.reason === 'late' ? tooSlow() : unplayable(error.message)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Nearer to the target than this nobody hears a difference. */
const NEAR_LUFS = 0.5

const normaliseFile = async (
  file: string,
  out: string,
  { kind, targetLufs }: { kind: SoundKind; targetLufs: number },
): Promise<Normalised> => {
  const found = await probe(file, kind.format)
  const is = kind.is === 'video' && found.video !== undefined ? 'video' : 'audio'
  if (is === 'audio' && !found.audio) throw unplayable('no sound in it')
  demandSize(found, is)
  const timeoutMs = DEADLINE_MS[is]
  const reading = [...readingOf(file, kind.format), '-t', String(MOST_MINUTES[is] * 60)]
  const before = found.audio ? await loudnessOf(reading, timeoutMs) : null
  const format = is === 'video' ? 'mov' : 'mp3'
  const make = async (gain: number | null) => {
    const args = [...reading, ...codingOf(found, is, gain), ...CLEAN, '-fs', MOST_BYTES, '-y', out]
    await runProgram({ program: 'ffmpeg', args, timeoutMs })
    return found.audio ? loudnessOf(readingOf(out, format), timeoutMs) : null
  }
  const gain = before === null ? null : targetLufs - before
  let loudness = await make(gain)
  // What was held at the peaks is missing in the whole.
  if (gain !== null && loudness !== null && Math.abs(targetLufs - loudness) > NEAR_LUFS) {
    loudness = await make(gain + targetLufs - loudness)
  }
  const { seconds } = await probe(out, format)
  return {
    data: await readFile(out),
    mimeType: is === 'video' ? 'video/mp4' : 'audio/mpeg',
    extension: is === 'video' ? '.mp4' : '.mp3',
    seconds: Math.round(seconds * 10) / 10,
    loudness,
  }
}

const readingOf = (file: string, format: string): string[] => [
  '-nostdin',
  '-hide_banner',
  ...ONLY_THIS_FILE,
  '-max_alloc',
  '1000000000',
  '-f',
  format,
  '-i',
  file,
]

/** No word of the maker, no chapter, no subtitle, no date: the same sound gives the same bytes. */
const CLEAN = '-map_metadata -1 -map_chapters -1 -sn -dn -fflags +bitexact -flags +bitexact'.split(
  ' ',
)

const codingOf = (found: Probed, is: 'audio' | 'video', gain: number | null): string[] => {
  const level =
    gain === null ? '' : `volume=${gain.toFixed(2)}dB,alimiter=limit=0.8:level=disabled,`
  const sound = found.audio
    ? ['-map', '0:a:0', '-af', `${level}aresample=44100`, '-ac', is === 'video' ? '2' : '1']
    : []
  if (is === 'audio') {
    return [
      ...sound,
      '-c:a',
      'libmp3lame',
      '-b:a',
      '96k',
      '-write_xing',
      '0',
      '-id3v2_version',
      '0',
      '-f',
      'mp3',
    ]
  }
  const track = found.audio ? ['-c:a', 'aac', '-b:a', '128k'] : []
  return [...pictureOf(found), ...sound, ...track, '-movflags', '+faststart', '-f', 'mp4']
}

const demandSize = ({ seconds, video }: Probed, is: 'audio' | 'video') => {
  const minutes = MOST_MINUTES[is]
  const pixels = (video?.width ?? 0) * (video?.height ?? 0)
  if (seconds > minutes * 60 || (is === 'video' && pixels > MOST_PIXELS)) throw tooLong({ minutes })
  if (is === 'video' && pixels === 0) throw unplayable('a picture without size')
}

/** Video that is as it should be already is not made anew. */
const pictureOf = ({ video }: Probed): string[] => {
  const { codec = '', width = 0, height = 0 } = video ?? {}
  const [wide, high] = width >= height ? [1920, 1080] : [1080, 1920]
  const fits = width <= wide && height <= high
  if (codec === 'h264' && fits) return ['-map', '0:v:0', '-c:v', 'copy']
  const scale = `scale=w='min(${wide},iw)':h='min(${high},ih)':force_original_aspect_ratio=decrease:force_divisible_by=2`
  const x264 = '-fpsmax 30 -c:v libx264 -preset veryfast -crf 23 -profile:v high -threads 2'
  return ['-map', '0:v:0', '-vf', `${scale},format=yuv420p`, ...x264.split(' ')]
}
