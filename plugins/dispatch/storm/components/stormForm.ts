import type { SpeechManner } from '#domain/text/speech/speechOf.ts'
import type { Area, Group } from '../issue/readAreas.ts'
import type { IssuingSite } from '../stormOptions.ts'

/** What the page begins with. */
export type Begun = {
  title?: string
  text?: string
  spokenText?: string
  reasonCode?: string
  areas?: string[]
  groups?: string[]
  isExercise?: boolean
  supersedes?: { id: number; title: string; isReal: boolean }
}

/** Words ready to be sent, named in the reader's language. */
export type ReadyText = {
  code: string
  reasonCode: string
  name: string
  hours: number
  title: string
  text: string
}

/** What the form is given. */
export type StormFormProps = {
  person: number
  site: IssuingSite
  sites: readonly IssuingSite[]
  areas: readonly Area[]
  groups: readonly Group[]
  reasons: readonly { code: string; text: string }[]
  templates: readonly ReadyText[]
  exerciseReason: string
  mayOverride: boolean
  isCodeNeeded: boolean
  speech: SpeechManner
  /** Whether what is read aloud can be heard before it is. */
  canListen: boolean
  begun: Begun
}

/** What was typed so far; survives a reload. */
export type StormDraft = {
  template: string
  reasonCode: string
  title: string
  text: string
  spokenText: string
  explanation: string
  areas: string[]
  groups: string[]
  hours: number
  isExercise: boolean
  isOverride: boolean
  overrideReason: string
}

/** What is sent, but for key and code. */
export type StormBody = Omit<StormDraft, 'template' | 'hours'> & {
  site: number
  expiresAt: string
  supersedes?: number
}

/** An empty page, or what it begins with. */
export const beginDraft = ({ begun, site, exerciseReason, areas }: StormFormProps): StormDraft => ({
  template: '',
  reasonCode: begun.reasonCode ?? (begun.isExercise ? exerciseReason : ''),
  title: begun.title ?? '',
  text: begun.text ?? '',
  spokenText: begun.spokenText ?? '',
  explanation: '',
  // A commune has one place to choose.
  areas: begun.areas ?? (site.isCity ? [] : areas.map(({ code }) => code)),
  groups: begun.groups ?? [],
  hours: 6,
  isExercise: begun.isExercise ?? false,
  isOverride: false,
  overrideReason: '',
})
