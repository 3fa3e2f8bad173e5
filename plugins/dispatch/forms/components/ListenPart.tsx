'use client'
import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import type { FormsWords } from '../formsWords.ts'
import type { PanelInput } from '../panel/input.ts'
import type { Outlook } from '../panel/outlook.ts'

type Heard = { url: string; seconds: number | null; loudness: number | null; of: string }

/** The sound that will go out: the recording where there is one, else the voice. */
export const ListenPart = (props: {
  input: PanelInput
  outlook: Outlook | undefined
  words: FormsWords
  language: string
}) => {
  const { input, outlook, words, language } = props
  const [heard, setHeard] = useState<Heard>()
  const [isBusy, setIsBusy] = useState(false)
  if (input.audio !== null) {
    return (
      <p>{outlook?.isUnnormalised ? `${words.recorded} ${words.unnormalised}` : words.recorded}</p>
    )
  }
  if (outlook && !outlook.canSpeak) return <p>{words.noVoice}</p>
  const of = input.spokenText || input.text
  const listen = async () => {
    setIsBusy(true)
    const path = '/dispatch/forms/listen'
    const answer = await postJson<Heard>(path, input, { ...words, language })
    setIsBusy(false)
    if (answer.ok) setHeard({ ...answer.value, of })
    else toast.error(answer.messages.join('\n'))
  }
  return (
    <div className="coloa-forms-acts">
      <LiveButton
        buttonStyle="secondary"
        disabled={isBusy || of.trim() === ''}
        onClick={() => void listen()}
        size="small"
        type="button"
      >
        {isBusy ? words.listening : words.listen}
      </LiveButton>
      {heard && heard.of === of ? (
        <>
          <audio aria-label={words.player} controls src={heard.url} />
          <small>
            {heard.loudness === null
              ? words.heardOnly
              : fill(words.heard, {
                  seconds: numberText(heard.seconds ?? 0, language),
                  loudness: numberText(heard.loudness, language),
                })}
          </small>
        </>
      ) : null}
    </div>
  )
}

const numberText = (value: number, language: string): string =>
  value.toLocaleString(language === 'en' ? 'en-GB' : 'vi-VN', { maximumFractionDigits: 1 })
