'use client'
import { fill } from '#domain/text/fill.ts'
import type { CalendarWords } from './calendarWords.ts'
import { Field } from './Field.tsx'
import type { TypedNotice } from './typedNotice.ts'

/** What a notice says of itself. */
export const NoticeFields = (props: {
  typed: TypedNotice
  change: (part: Partial<TypedNotice>) => void
  fullYears: readonly number[]
  units: readonly (readonly [number, string])[]
  words: CalendarWords
}) => {
  const { typed, change, words } = props
  return (
    <div className="coloa-notice-fields">
      <Field
        hint={words.numberHint}
        label={words.number}
        onChange={(number) => change({ number })}
        value={typed.number}
      />
      <Field
        kind="date"
        label={words.issuedOn}
        onChange={(issuedOn) => change({ issuedOn })}
        value={typed.issuedOn}
      />
      <Field
        label={words.issuingBody}
        onChange={(issuingBody) => change({ issuingBody })}
        value={typed.issuingBody}
      />
      <Field
        hint={words.optional}
        isOptional
        label={words.link}
        onChange={(link) => change({ link })}
        value={typed.link}
      />
      {props.units.length > 0 ? (
        <Field
          label={words.unit}
          onChange={(unit) => change({ unit })}
          options={[
            ['', words.everybody],
            ...props.units.map(([unit, name]) => [String(unit), name] as const),
          ]}
          value={typed.unit}
        />
      ) : null}
      <Field
        hint={words.fullYearHint}
        label={words.fullYear}
        onChange={(fullYear) => change({ fullYear })}
        options={[
          ['', words.fullYearNone],
          ...props.fullYears.map(
            (year) => [String(year), fill(words.fullYearOf, { year })] as const,
          ),
        ]}
        value={typed.fullYear}
      />
    </div>
  )
}
