import type { Rule } from '#domain/sla/inForce.ts'
import type { SpeechManner } from '#domain/text/speech/speechOf.ts'
import type { Form } from '../types.ts'
import { espeakVoice } from './voice/espeakVoice.ts'
import type { Voice } from './voice/voice.ts'

/** Which forms a class of device takes (S-11, H-11). */
export type FormRule = Rule & { deviceClass: string; forms: readonly Form[] }

/** How long a bulletin of a supplier should be: a hint, never a bar (H-16.5.2: "khoảng"). */
export type SizeHint = Rule & { measure: 'words' | 'minutes'; from: number; to: number }

/** What a bulletin must say when a body of one of these kinds supplies it (H-14.2a.2, H-14.2a.3, H-16.5.3). */
export type ProposalRule = Rule & {
  supplierKinds: readonly string[]
  field: 'proposedPriority' | 'broadcastAt'
  /** Only when one of these levels is proposed. @default always */
  whenProposed?: readonly string[]
}

/** What dispatch is told about the forms of bulletins. */
export type FormsOptions = {
  /** Where devices fetch files: origin of the public side. @default the address is given without one */
  publicUrl?: string
  /** Absolute folder of the uploads; released files lie in `released` below it. Without it nothing is made. */
  mediaDir?: string
  /** Abbreviations of the city and how it says numbers. */
  speech?: SpeechManner
  /** @default espeak-ng as a process of its own */
  voice?: Voice
  /** As the engine names it. @default 'vi' */
  voiceName?: string
  /** Words a minute. @default 150 */
  voiceSpeed?: number
  /**
   * Loudness that all sound is brought to, in LUFS (EBU R128).
   * @default -16, for speech over loudspeakers
   */
  targetLufs?: number
  /** More screens than this are not made of one text. @default 24 */
  mostPages?: number
  formsByDevice?: readonly FormRule[]
  sizeHints?: readonly SizeHint[]
  proposals?: readonly ProposalRule[]
}

/** With every default in its place. */
export type Forms = Required<Omit<FormsOptions, 'mediaDir'>> & { mediaDir: string | undefined }

let current: Forms | undefined

/** Keeps the options for hooks, endpoints and jobs. */
export const keepForms = (options: FormsOptions = {}): void => {
  current = {
    publicUrl: options.publicUrl ?? '',
    mediaDir: options.mediaDir,
    speech: options.speech ?? {},
    voice: options.voice ?? espeakVoice(),
    voiceName: options.voiceName ?? 'vi',
    voiceSpeed: options.voiceSpeed ?? 150,
    targetLufs: options.targetLufs ?? -16,
    mostPages: options.mostPages ?? 24,
    formsByDevice: options.formsByDevice ?? [],
    sizeHints: options.sizeHints ?? [],
    proposals: options.proposals ?? [],
  }
}

/** The options of this installation. */
export const theForms = (): Forms => {
  if (!current) keepForms()
  if (!current) throw new Error('dispatch: no options of forms')
  return current
}
