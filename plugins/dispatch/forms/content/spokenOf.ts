import { speechOf } from '#domain/text/speech/speechOf.ts'
import { theForms } from '../formsOptions.ts'

type Words = { text: string; spokenText?: string | null | undefined }

/** What a loudspeaker says of a released bulletin: the words that were approved for it, else the text; the database holds to it. */
export const spokenOf = ({ text, spokenText }: Words): string =>
  spokenText && /[^ \t\r\n]/.test(spokenText) ? spokenText : text

/** The same of what is being written in Vietnamese: where nothing is written to be spoken, the text is put in words. */
export const spokenOfDraft = (draft: Words): string =>
  spokenOf({ ...draft, text: speechOf(draft.text, theForms().speech) })
