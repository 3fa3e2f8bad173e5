import { theForms } from '../formsOptions.ts'
import type { BoardText } from '../led/renderBoard.ts'
import { originOf } from '../store/madeForms.ts'
import type { Origin } from '../store/madeForms.ts'
import type { Receivers } from './readReceivers.ts'
import type { Bulletin } from '../../bulletin.ts'
import { spokenOf } from './spokenOf.ts'

/** A file a bulletin should have: all it is made from, whole and in the parts that are needed, and the key it is known by. */
export type WantedForm = Origin &
  ({ role: 'audio'; text: string; language: string } | { role: 'image'; board: BoardText })

/** Raised when the same text would be drawn in another way. */
const LAYOUT = 2

/** Speech of a text, as the installation's voice says it. */
export const wantedSpeech = (text: string, language: string): WantedForm => {
  const { voice, voiceName, voiceSpeed, targetLufs } = theForms()
  const manner = { engine: voice.name, voice: voiceName, speed: voiceSpeed, targetLufs }
  return {
    role: 'audio',
    ...originOf({ speech: LAYOUT, text, language, ...manner }),
    text,
    language,
  }
}

/** Screens of a text, for boards of one size. */
export const wantedScreens = (board: BoardText): WantedForm => ({
  role: 'image',
  ...originOf({ screens: LAYOUT, ...board }),
  board,
})

/**
 * Everything that is to be made of a bulletin for those who receive it. A recording goes before a voice; a picture that was
 * approved, before screens of text, but in an emergency both are shown.
 */
export const wantedForms = (options: {
  bulletin: Bulletin
  receivers: Receivers
  issuer: string
  issuedAt: string
}): WantedForm[] => {
  const { bulletin, receivers, issuer, issuedAt } = options
  const speech =
    receivers.takesAudio && !bulletin.audio
      ? [wantedSpeech(spokenOf(bulletin), bulletin.language)]
      : []
  const isDrawn = bulletin.priority === 'emergency' || (!bulletin.image && !bulletin.video)
  const screens = isDrawn
    ? receivers.screens.map(({ width, height }) =>
        wantedScreens({
          title: bulletin.title,
          text: bulletin.text,
          issuer,
          issuedAt: new Date(issuedAt).toISOString(),
          priority: bulletin.priority,
          isExercise: bulletin.messageKind === 'exercise',
          width,
          height,
          mostPages: theForms().mostPages,
        }),
      )
    : []
  return [...speech, ...screens]
}
