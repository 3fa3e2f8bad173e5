import { fileTypeFromBuffer } from 'file-type'

/** What a file is, told from its bytes. */
export type SoundKind = {
  is: 'audio' | 'video'
  /** As found: `audio/mpeg`. */
  mimeType: string
  /** The demuxer that may read it. Named to ffmpeg, so that nothing in the file can choose another, such as a playlist. */
  format: string
  extension: string
}

const kinds: Readonly<Record<string, SoundKind>> = {
  'audio/mpeg': { is: 'audio', mimeType: 'audio/mpeg', format: 'mp3', extension: '.mp3' },
  'audio/wav': { is: 'audio', mimeType: 'audio/wav', format: 'wav', extension: '.wav' },
  'audio/ogg': { is: 'audio', mimeType: 'audio/ogg', format: 'ogg', extension: '.ogg' },
  'audio/mp4': { is: 'audio', mimeType: 'audio/mp4', format: 'mov', extension: '.m4a' },
  'video/mp4': { is: 'video', mimeType: 'video/mp4', format: 'mov', extension: '.mp4' },
  'video/webm': { is: 'video', mimeType: 'video/webm', format: 'matroska', extension: '.webm' },
}

/** Other names for the same. */
const same: Readonly<Record<string, string>> = {
  'audio/x-wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-m4a': 'audio/mp4',
  'audio/opus': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'video/ogg': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'audio/aac': '',
}

/** The kind of sound or video a file is by its content; undefined when it is neither, or none that is taken. */
export const soundKind = async (data: Uint8Array): Promise<SoundKind | undefined> => {
  const found = await fileTypeFromBuffer(data)
  if (!found) return undefined
  const type = found.mime.split(';')[0] ?? ''
  return kinds[same[found.mime] ?? same[type] ?? type]
}

/** Whether a type, as an upload names it, claims to be sound or video. */
export const claimsSound = (mimeType: string): boolean => /^(audio|video)\//.test(mimeType)
