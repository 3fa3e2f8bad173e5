import { runProgram } from '../runProgram.ts'

/** What a file holds, as ffprobe reads it. */
export type Probed = {
  seconds: number
  audio: { codec: string } | undefined
  video: { codec: string; width: number; height: number } | undefined
}

type Stream = {
  codec_type?: string
  codec_name?: string
  width?: number
  height?: number
  duration?: string
  disposition?: { attached_pic?: number }
}

/** Only this very file: no address, no list of other files that a file names. */
export const ONLY_THIS_FILE = ['-protocol_whitelist', 'file,pipe'] as const

/**
 * Reads what a file holds.
 *
 * @throws ProgramError `missing` when ffprobe is not installed, `failed` when the file cannot be read as this format
 */
export const probe = async (file: string, format: string): Promise<Probed> => {
  const { stdout } = await runProgram({
    program: 'ffprobe',
    args: [
      '-v',
      'error',
      ...ONLY_THIS_FILE,
      '-f',
      format,
      '-show_entries',
      'format=duration:stream=codec_type,codec_name,width,height,duration:stream_disposition=attached_pic',
      '-of',
      'json',
      file,
    ],
    timeoutMs: 20_000,
    mostBytes: 1_000_000,
  })
  const found = JSON.parse(stdout.toString()) as {
    streams?: Stream[]
    format?: { duration?: string }
  }
  const streams = found.streams ?? []
  const audio = streams.find((one) => one.codec_type === 'audio')
  const video = streams.find(
    (one) => one.codec_type === 'video' && one.disposition?.attached_pic !== 1,
  )
  const lengths = [found.format?.duration, audio?.duration, video?.duration].map(Number)
  return {
    seconds: Math.max(0, ...lengths.filter((one) => Number.isFinite(one))),
    audio: audio && { codec: audio.codec_name ?? '' },
    video: video && {
      codec: video.codec_name ?? '',
      width: video.width ?? 0,
      height: video.height ?? 0,
    },
  }
}
