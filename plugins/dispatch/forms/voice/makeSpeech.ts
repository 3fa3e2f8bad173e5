import { theForms } from '../formsOptions.ts'
import { normaliseSound } from '../sound/normaliseSound.ts'
import { soundKind } from '../sound/soundKind.ts'

/** Speech as a file. */
export type Speech = {
  data: Buffer
  mimeType: string
  extension: string
  seconds: number | null
  /** LUFS; null when no program was there to bring it to the target. */
  loudness: number | null
  madeBy: string
}

/**
 * Speaks a text and brings it to the loudness of all sound.
 *
 * @throws PortalError `voice_missing`, `voice_failed`
 */
export const makeSpeech = async (text: string, language: string): Promise<Speech> => {
  const { voice, voiceName, voiceSpeed, targetLufs } = theForms()
  const wav = await voice.speak(text, { language, voice: voiceName, speed: voiceSpeed })
  const madeBy = `${voice.name}: ${(await voice.version()) ?? ''}`
  const kind = await soundKind(wav)
  const normalised = kind && (await normaliseSound({ data: wav, kind, targetLufs }))
  if (normalised) return { ...normalised, madeBy }
  return {
    data: wav,
    mimeType: 'audio/wav',
    extension: '.wav',
    seconds: null,
    loudness: null,
    madeBy,
  }
}
