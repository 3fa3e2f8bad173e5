'use client'
import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import type { Receivers } from '../content/readReceivers.ts'
import type { FormsWords } from '../formsWords.ts'
import type { PanelInput } from '../panel/input.ts'

type Screens = { width: number; height: number; pages: string[] }
type Size = Receivers['screens'][number]

/** Shown where no board of the area has told its size. */
const usual: Size[] = [{ width: 384, height: 192, count: 0 }]

/** How boards of the area will show it, in their own resolutions. */
export const ScreenPreview = (props: {
  input: PanelInput
  screens: readonly Size[]
  words: FormsWords
  language: string
}) => {
  const { input, words, language } = props
  const sizes = props.screens.length > 0 ? props.screens : usual
  const [chosen, setChosen] = useState('')
  const [shown, setShown] = useState<Screens>()
  const [isBusy, setIsBusy] = useState(false)
  const size = sizes.find((one) => sizeKey(one) === chosen) ?? sizes[0]
  if (!size) return null
  const show = async () => {
    setIsBusy(true)
    const asked = { ...input, width: size.width, height: size.height }
    const answer = await postJson<Screens>('/dispatch/forms/screens', asked, { ...words, language })
    setIsBusy(false)
    if (answer.ok) setShown(answer.value)
    else toast.error(answer.messages.join('\n'))
  }
  return (
    <>
      <h3>{words.screens}</h3>
      <div className="coloa-forms-acts">
        <label>
          {words.board}
          <select onChange={(event) => setChosen(event.target.value)} value={sizeKey(size)}>
            {sizes.map((one) => (
              <option key={sizeKey(one)} value={sizeKey(one)}>
                {fill(one.count > 0 ? words.boardCount : words.boardUsual, {
                  width: one.width,
                  height: one.height,
                  n: one.count,
                })}
              </option>
            ))}
          </select>
        </label>
        <LiveButton
          buttonStyle="secondary"
          disabled={isBusy || input.title.trim() === ''}
          onClick={() => void show()}
          size="small"
          type="button"
        >
          {isBusy ? words.drawing : words.showScreens}
        </LiveButton>
      </div>
      {shown ? (
        <div
          aria-label={words.screens}
          aria-live="polite"
          className="coloa-forms-screens"
          role="region"
          tabIndex={0}
        >
          {shown.pages.map((page, at) => (
            <img
              alt={fill(words.screen, { n: at + 1, total: shown.pages.length, title: input.title })}
              height={shown.height}
              key={page}
              src={page}
              width={shown.width}
            />
          ))}
        </div>
      ) : null}
    </>
  )
}

const sizeKey = ({ width, height }: Size): string => `${width}x${height}`
