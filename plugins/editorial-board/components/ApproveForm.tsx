'use client'
import { useTranslation } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { momentText } from '#kit/admin/momentText.ts'
import { wordsOf } from '../words.ts'
import { keyProps } from './ActionForm.tsx'
import { FormField } from './FormField.tsx'
import { itemWords } from './itemWords.ts'

/** What is sent with an approving voice. */
export type Approval = { isCorrection?: boolean; explanation?: string; publishAt?: string }

/** What an approving voice would do. */
export type ApproveFormProps = {
  site: string
  /** The voice completes the flow; time and correction are said by the deciding voice. */
  isDeciding: boolean
  /** More voices are needed at this very step. */
  isVote: boolean
  /** The public has an earlier version. */
  isUpdate: boolean
  isBundled: boolean
  /** Name of the step that follows. */
  nextStep: string
  templates: readonly string[]
  /** Returns what stands against it; `done` is what to say when it was decided for later. */
  onApprove: (approval: Approval, done: string) => Promise<string[]>
}

/** Vietnam has one time and no summer time. */
const OFFSET = '+07:00'

/** The one primary act: approve, now or at a time, as a correction or not; says what it will do before it does it. */
export const ApproveForm = (props: ApproveFormProps) => {
  const { i18n } = useTranslation()
  const { language } = i18n
  const words = wordsOf(language)
  const item = itemWords(language)
  const base = useId()
  const root = useRef<HTMLDivElement>(null)
  const [isLater, setIsLater] = useState(false)
  const [local, setLocal] = useState('')
  const [isCorrection, setIsCorrection] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  const publishAt = isLater && local !== '' ? `${local}:00${OFFSET}` : undefined
  const at = publishAt ? momentText(publishAt, language) : ''

  const approve = async () => {
    const inputs = root.current?.querySelectorAll<HTMLInputElement>('input, textarea') ?? []
    for (const input of inputs) if (!input.reportValidity()) return
    const note = root.current?.querySelector<HTMLTextAreaElement>('textarea')?.value
    setIsBusy(true)
    const found = await props.onApprove(
      {
        ...(isCorrection ? { isCorrection, explanation: note ?? '' } : {}),
        ...(publishAt ? { publishAt } : {}),
      },
      publishAt ? fill(item.doneLater, { at }) : item.doneBundle,
    )
    setProblems(found)
    setIsBusy(false)
  }

  return (
    <div className="coloa-action" ref={root}>
      {problems.length > 0 ? (
        <div className="coloa-problem" role="alert">
          {problems.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      ) : null}
      {props.isDeciding ? (
        <fieldset className="coloa-choices">
          <legend>{item.when}</legend>
          <label className="coloa-check">
            <input
              checked={!isLater}
              name={`${base}when`}
              onChange={() => setIsLater(false)}
              type="radio"
            />
            {item.whenNow}
          </label>
          <label className="coloa-check">
            <input
              checked={isLater}
              name={`${base}when`}
              onChange={() => setIsLater(true)}
              type="radio"
            />
            {item.whenLater}…
          </label>
          {isLater ? (
            <div className="coloa-field">
              <label htmlFor={`${base}at`}>{item.whenLabel}</label>
              <small id={`${base}at-hint`}>{item.whenHint}</small>
              <input
                aria-describedby={`${base}at-hint`}
                id={`${base}at`}
                onChange={(event) => setLocal(event.target.value)}
                required
                type="datetime-local"
              />
            </div>
          ) : null}
        </fieldset>
      ) : null}
      {props.isDeciding && props.isUpdate ? (
        <>
          <label className="coloa-check">
            <input
              checked={isCorrection}
              onChange={(event) => setIsCorrection(event.target.checked)}
              type="checkbox"
            />
            {item.correction}
          </label>
          {isCorrection ? (
            <FormField
              field={{
                name: 'note',
                label: item.correctionNote,
                hint: item.correctionHint,
                templates: props.templates,
              }}
              id={`${base}note`}
            />
          ) : null}
        </>
      ) : null}
      <LiveButton
        disabled={isBusy}
        extraButtonProps={{ ...keyProps('a'), 'data-key-only': '' }}
        id="approve"
        onClick={() => void approve()}
        type="button"
      >
        {isBusy ? words.working : labelOf(props, isLater, item)}
        <kbd aria-hidden>a</kbd>
      </LiveButton>
      <small>{effectOf(props, { isLater, at }, language)}</small>
    </div>
  )
}

const labelOf = (
  { isDeciding, isVote, isBundled }: ApproveFormProps,
  isLater: boolean,
  words: ReturnType<typeof itemWords>,
): string => {
  if (!isDeciding) return isVote ? words.approveVote : words.approveStep
  if (isLater) return words.approveLater
  return isBundled ? words.approveBundle : words.approveNow
}

const effectOf = (
  { isDeciding, isBundled, nextStep, site }: ApproveFormProps,
  { isLater, at }: { isLater: boolean; at: string },
  language: string,
): string => {
  const item = itemWords(language)
  if (!isDeciding) return fill(item.effectStep, { next: nextStep })
  if (isLater) return at === '' ? item.effectLaterUnset : fill(item.effectLater, { at, site })
  return fill(isBundled ? item.effectBundle : wordsOf(language).approveEffect, { site })
}
