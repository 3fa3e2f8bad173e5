'use client'
import { toast, useForm } from '@payloadcms/ui'
import { useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import type { FormsWords } from '../formsWords.ts'
import type { PanelInput } from '../panel/input.ts'
import type { Outlook } from '../panel/outlook.ts'
import { ListenPart } from './ListenPart.tsx'
import { SpokenDifference } from './SpokenDifference.tsx'

/** The spoken text: made by one button, compared with what the text would give now, heard by another. */
export const SpokenPart = (props: {
  input: PanelInput
  outlook: Outlook | undefined
  words: FormsWords
  language: string
}) => {
  const { input, outlook, words, language } = props
  const { dispatchFields, setModified } = useForm()
  const [earlier, setEarlier] = useState<string>()
  const set = (value: string) => {
    dispatchFields({ type: 'UPDATE', path: 'spokenText', value })
    setModified(true)
  }
  const make = async () => {
    const path = '/dispatch/forms/outlook'
    const answer = await postJson<Outlook>(path, input, { ...words, language })
    if (!answer.ok) {
      toast.error(answer.messages.join('\n'))
      return
    }
    setEarlier(input.spokenText === '' ? undefined : input.spokenText)
    set(answer.value.suggested)
    toast.success(words.made)
  }
  const takeBack = () => {
    set(earlier ?? '')
    setEarlier(undefined)
  }
  const isOwn = input.spokenText.trim() !== ''
  const isSame = outlook?.suggested.trim() === input.spokenText.trim()
  return (
    <>
      <div className="coloa-forms-acts">
        <LiveButton
          buttonStyle="secondary"
          disabled={input.text.trim() === ''}
          onClick={() => void make()}
          size="small"
          type="button"
        >
          {isOwn ? words.makeAgain : words.make}
        </LiveButton>
        {earlier === undefined ? null : (
          <LiveButton buttonStyle="secondary" onClick={takeBack} size="small" type="button">
            {words.undo}
          </LiveButton>
        )}
      </div>
      <div aria-live="polite">
        {isOwn ? null : <p>{words.isEmpty}</p>}
        {isOwn && outlook && isSame ? <p>{words.isSame}</p> : null}
        {isOwn && outlook && !isSame ? (
          <SpokenDifference now={input.spokenText} suggested={outlook.suggested} words={words} />
        ) : null}
        {outlook && outlook.unread.length > 0 ? (
          <p className="coloa-attention">
            {fill(words.unread, { words: outlook.unread.join(', ') })}
          </p>
        ) : null}
      </div>
      <ListenPart input={input} language={language} outlook={outlook} words={words} />
    </>
  )
}
