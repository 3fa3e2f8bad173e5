'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import type { AppliedAnswer, PreviewAnswer } from '../../endpoints/noticeEndpoints.ts'
import type { ListedDay } from '../../notices/notice.ts'
import { calendarWords } from './calendarWords.ts'
import { DayFields } from './DayFields.tsx'
import { emptyDay, emptyNotice, noticeOf } from './typedNotice.ts'
import type { TypedDay, TypedNotice } from './typedNotice.ts'
import { NoticeFields } from './NoticeFields.tsx'
import { PreviewPanel } from './PreviewPanel.tsx'

type State = 'typing' | 'previewing' | 'applying'

/**
 * Enters a notice: first what it would do, then doing it. What was typed stays until it is applied; a change after the
 * preview asks for another one.
 */
export const NoticeForm = (props: {
  /** Days that are only expected so far, to start a full year from. */
  expected: readonly ListedDay[]
  /** Years that a notice may announce in full. */
  fullYears: readonly number[]
  units: readonly (readonly [number, string])[]
}) => {
  const { i18n } = useTranslation()
  const { language } = i18n
  const words = calendarWords(language)
  const router = useRouter()
  const [typed, setTyped] = useState<TypedNotice>(emptyNotice)
  const [state, setState] = useState<State>('typing')
  const [preview, setPreview] = useState<PreviewAnswer | null>(null)
  const [problems, setProblems] = useState<string[]>([])

  const change = (part: Partial<TypedNotice>) => {
    setTyped((before) => ({ ...before, ...part }))
    setPreview(null)
  }
  const changeDay = (key: number, part: Partial<TypedDay>) =>
    change({ days: typed.days.map((day) => (day.key === key ? { ...day, ...part } : day)) })
  const prefill = () =>
    change({
      days: props.expected
        .filter(({ date }) => date.startsWith(`${typed.fullYear}-`))
        .map((day, index) => ({ ...emptyDay(typed.nextKey + index), ...pick(day) })),
      nextKey: typed.nextKey + props.expected.length,
    })
  const ask = async <T,>(path: string): Promise<T | null> => {
    setProblems([])
    const answer = await postJson<T>(path, noticeOf(typed), { ...words, language })
    setState('typing')
    if (answer.ok) return answer.value
    setProblems(answer.messages)
    return null
  }
  const look = async () => {
    setState('previewing')
    setPreview(await ask<PreviewAnswer>('/update-sla/notices/preview'))
  }
  const apply = async () => {
    setState('applying')
    const done = await ask<AppliedAnswer>('/update-sla/notices')
    if (!done) return
    toast.success(fill(words.applied, { n: done.moved }))
    setTyped(emptyNotice)
    setPreview(null)
    router.refresh()
  }

  return (
    <section aria-labelledby="thong-bao" className="coloa-part">
      <h2 id="thong-bao">{words.notice}</h2>
      <p>{words.noticeIntro}</p>
      <form
        aria-labelledby="thong-bao"
        className="coloa-action coloa-notice"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        <NoticeFields
          change={change}
          fullYears={props.fullYears}
          typed={typed}
          units={props.units}
          words={words}
        />
        {props.expected.some(({ date }) => date.startsWith(`${typed.fullYear}-`)) ? (
          <LiveButton buttonStyle="secondary" onClick={prefill} size="small" type="button">
            {fill(words.prefill, { year: typed.fullYear })}
          </LiveButton>
        ) : null}
        {typed.days.map((day, index) => (
          <DayFields
            change={(part) => changeDay(day.key, part)}
            day={day}
            key={day.key}
            number={index + 1}
            remove={
              typed.days.length > 1
                ? () => change({ days: typed.days.filter(({ key }) => key !== day.key) })
                : undefined
            }
            words={words}
          />
        ))}
        <LiveButton
          buttonStyle="secondary"
          onClick={() =>
            change({
              days: [...typed.days, emptyDay(typed.nextKey)],
              nextKey: typed.nextKey + 1,
            })
          }
          size="small"
          type="button"
        >
          {words.addDay}
        </LiveButton>
        {problems.length > 0 ? (
          <div className="coloa-problem" role="alert">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </div>
        ) : null}
        <div className="coloa-buttons">
          <LiveButton
            buttonStyle={preview ? 'secondary' : 'primary'}
            disabled={state !== 'typing'}
            size="small"
            type="submit"
          >
            {state === 'previewing' ? words.working : words.preview}
          </LiveButton>
        </div>
        <div aria-live="polite">
          {preview ? (
            <PreviewPanel language={language} preview={preview} words={words}>
              <LiveButton
                disabled={state !== 'typing'}
                onClick={() => void apply()}
                size="small"
                type="button"
              >
                {state === 'applying' ? words.applying : words.apply}
              </LiveButton>
            </PreviewPanel>
          ) : null}
        </div>
      </form>
    </section>
  )
}

const pick = ({ date, kind, reason, reasonEn }: ListedDay) => ({ date, kind, reason, reasonEn })
