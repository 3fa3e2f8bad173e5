'use client'
import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { addDays, dayOf, timeOf } from '#domain/dispatch/programme/localDay.ts'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf, textsOf } from '#kit/admin/forms/textsOf.ts'
import { programmeWordsOf } from '../programmeWords.ts'
import { CheckField } from './CheckField.tsx'
import { TimeField } from './TimeField.tsx'
import { WeekdayField } from './WeekdayField.tsx'

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** Puts a bulletin on the programme: once, or on days and times of a series. */
export const ScheduleForm = (props: {
  id: string
  title: string
  version: number
  priority: 'priority' | 'normal'
  proposedAt?: string | null
  /** A day the page is about, YYYY-MM-DD. */
  day?: string
}) => {
  const { i18n } = useTranslation()
  const words = programmeWordsOf(i18n.language)
  const [kind, setKind] = useState('once')
  const { title, proposedAt } = props
  const first = proposedAt ? dayOf(Date.parse(proposedAt)) : (props.day ?? dayOf(Date.now()))
  return (
    <OpenForm
      ask={(data) => ({
        path: `/dispatch/offers/${props.id}/schedule`,
        body: { version: props.version, ...schedulingIn(data) },
      })}
      doLabel={words.scheduleIt}
      done={(answer) => doneText(answer, words)}
      effect={words.scheduleEffect}
      openLabel={words.scheduleIt}
      title={fill(words.scheduleTitle, { title })}
    >
      <FormField
        label={words.columnMedium}
        name="medium"
        options={[
          ['radio', words.radio],
          ['board', words.board],
        ]}
        value="radio"
      />
      <FormField
        label={words.kind}
        name="kind"
        onChange={(event) => setKind(event.target.value)}
        options={[
          ['once', words.once],
          ['series', words.series],
        ]}
        value="once"
      />
      {kind === 'once' ? (
        <div className="coloa-side">
          <FormField kind="date" label={words.day} name="day" value={first} />
          <TimeField
            label={words.time}
            name="time"
            value={proposedAt ? timeOf(Date.parse(proposedAt)) : ''}
          />
        </div>
      ) : (
        <>
          <div className="coloa-side">
            <FormField kind="date" label={words.from} name="from" value={first} />
            <FormField kind="date" label={words.to} name="to" value={addDays(first, 6)} />
          </div>
          <WeekdayField chosen={everyDay} legend={words.weekdays} name="days" words={words} />
          <FormField hint={words.timesHint} label={words.times} name="times" />
        </>
      )}
      <div className="coloa-side">
        <FormField kind="number" label={words.repeats} min="1" name="count" step="1" value="1" />
        <FormField
          hint={words.everyHint}
          kind="number"
          label={words.every}
          min="0"
          name="every"
          step="1"
          value="0"
        />
      </div>
      <CheckField label={words.nearest} name="nearest" />
      {props.priority === 'priority' ? <CheckField label={words.outside} name="outside" /> : null}
    </OpenForm>
  )
}

const schedulingIn = (data: FormData) => ({
  medium: textOf(data, 'medium'),
  times:
    textOf(data, 'kind') === 'once'
      ? { at: `${textOf(data, 'day')}T${textOf(data, 'time')}:00+07:00` }
      : {
          from: textOf(data, 'from'),
          to: textOf(data, 'to'),
          days: textsOf(data, 'days').map(Number),
          times: textOf(data, 'times')
            .split(/[\s,;]+/)
            .filter(Boolean)
            .map((one) => one.replace(/^(\d):/, '0$1:')),
        },
  repeats: { count: Number(textOf(data, 'count')), everyMinutes: Number(textOf(data, 'every')) },
  ...(textOf(data, 'nearest') ? { isNearestMeant: true } : {}),
  ...(textOf(data, 'outside') ? { isOutsideFramesMeant: true } : {}),
})

const doneText = (
  answer: Record<string, unknown>,
  words: { scheduled: string; scheduledClash: string },
): string => {
  const airings = (answer.airings ?? []) as { state: string }[]
  const isUndecided = airings.some((one) => one.state === 'undecided')
  return fill(isUndecided ? words.scheduledClash : words.scheduled, { n: airings.length })
}
