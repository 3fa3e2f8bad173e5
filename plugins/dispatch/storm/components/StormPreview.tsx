'use client'
import { useTranslation } from '@payloadcms/ui'
import { capHeadline } from '#domain/dispatch/storm/capHeadline.ts'
import type { Said } from '#domain/dispatch/storm/markExercise.ts'
import { fill } from '#domain/text/fill.ts'
import { ListenPart } from '../../forms/components/ListenPart.tsx'
import { formsWordsOf } from '../../forms/formsWords.ts'
import type { PanelInput } from '../../forms/panel/input.ts'
import type { Reached } from '../issue/readReach.ts'
import { stormWords } from '../stormWords.ts'
import { StormBoards } from './StormBoards.tsx'

/** What becomes of the text: read aloud, on a board, in a CAP message. */
export const StormPreview = (props: {
  said: Said
  isExercise: boolean
  /** No spoken text was typed: what is read is made of the text. */
  isMade: boolean
  /** Whether this installation has a voice. */
  canListen: boolean
  site: number
  screens: Reached['screens']
}) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const { said, isExercise } = props
  if (said.title.trim() === '' && said.text.trim() === '') return null
  const input: PanelInput = {
    title: said.title,
    text: said.text,
    spokenText: said.spokenText,
    priority: 'emergency',
    messageKind: isExercise ? 'exercise' : 'alert',
    site: props.site,
    areas: [],
    deviceGroups: [],
    audio: null,
  }
  return (
    <section className="coloa-decision coloa-storm-preview">
      <h2>{words.preview}</h2>
      <h3>{words.previewSpeaker}</h3>
      <p>{said.spokenText || said.text}</p>
      {props.isMade ? <small>{words.spokenMade}</small> : null}
      {props.canListen ? (
        <ListenPart
          input={input}
          language={i18n.language}
          outlook={undefined}
          words={formsWordsOf(i18n.language)}
        />
      ) : null}
      <h3>{words.previewLed}</h3>
      <StormBoards input={input} screens={props.screens} />
      <h3>
        {fill(words.previewCap, { status: isExercise ? words.capExercise : words.capActual })}
      </h3>
      <p>{capHeadline(said.title)}</p>
    </section>
  )
}
