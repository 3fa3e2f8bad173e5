'use client'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import type { CalendarWords } from './calendarWords.ts'
import { Field } from './Field.tsx'
import type { TypedDay } from './typedNotice.ts'

const kinds = ['off', 'work', 'halfDay'] as const

/** One day of a notice. */
export const DayFields = (props: {
  day: TypedDay
  number: number
  change: (part: Partial<TypedDay>) => void
  /** Left out for the only day. */
  remove: (() => void) | undefined
  words: CalendarWords
}) => {
  const { day, change, words } = props
  return (
    <fieldset className="coloa-notice-day">
      <legend>{fill(words.dayLegend, { n: props.number })}</legend>
      <Field
        kind="date"
        label={words.date}
        onChange={(date) => change({ date })}
        value={day.date}
      />
      <Field
        label={words.kind}
        onChange={(kind) => change({ kind: kinds.find((one) => one === kind) ?? 'off' })}
        options={kinds.map((kind) => [kind, words[`form_${kind}`]] as const)}
        value={day.kind}
      />
      <Field label={words.reason} onChange={(reason) => change({ reason })} value={day.reason} />
      <Field
        isOptional
        label={words.reasonEn}
        onChange={(reasonEn) => change({ reasonEn })}
        value={day.reasonEn}
      />
      {props.remove ? (
        <LiveButton
          aria-label={fill(words.removeDay, { n: props.number })}
          buttonStyle="secondary"
          onClick={props.remove}
          size="small"
          type="button"
        >
          {fill(words.removeDay, { n: props.number })}
        </LiveButton>
      ) : null}
    </fieldset>
  )
}
