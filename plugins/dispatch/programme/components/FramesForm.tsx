'use client'
import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import type { Frame } from '#domain/dispatch/programme/timeFrames.ts'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf, textsOf } from '#kit/admin/forms/textsOf.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { programmeWordsOf } from '../programmeWords.ts'
import { frameWords } from './frameWords.ts'
import { TimeField } from './TimeField.tsx'
import { WeekdayField } from './WeekdayField.tsx'

/** A frame being written; the key stays its own while others come and go. */
type Row = Frame & { key: number }

/** Enters new frames from a day on, beginning with those in force. */
export const FramesForm = (props: {
  unitCode: string
  medium: Medium
  frames: Frame[]
  /** YYYY-MM-DD. */
  today: string
}) => {
  const { i18n } = useTranslation()
  const words = programmeWordsOf(i18n.language)
  const said = frameWords(programmeWordsOf(i18n.language).language)
  const { medium, today } = props
  const [rows, setRows] = useState<Row[]>(() => props.frames.map((one, key) => ({ ...one, key })))
  const add = () =>
    setRows((all) => [
      ...all,
      {
        days: [1, 2, 3, 4, 5, 6, 7],
        from: '',
        to: '',
        key: Math.max(0, ...all.map((one) => one.key)) + 1,
      },
    ])
  return (
    <OpenForm
      ask={(data) => ({
        path: `/dispatch/programmes/${props.unitCode}/time-frames`,
        body: {
          medium,
          frames: rows.map(({ key }) => ({
            days: textsOf(data, `days-${key}`).map(Number),
            from: textOf(data, `from-${key}`),
            to: endOf(textOf(data, `to-${key}`)),
          })),
          validFrom: textOf(data, 'validFrom'),
          reason: textOf(data, 'reason'),
        },
      })}
      doLabel={said.framesSave}
      done={() => said.framesSaved}
      openLabel={said.framesEdit}
      title={`${said.framesEdit}: ${words[medium].toLowerCase()}`}
    >
      {rows.map((row, index) => (
        <fieldset className="coloa-frame-edit" key={row.key}>
          <legend>{fill(said.framesNth, { n: index + 1 })}</legend>
          <div className="coloa-side">
            <TimeField label={said.framesFrom} name={`from-${row.key}`} value={row.from} />
            <TimeField
              label={said.framesTo}
              name={`to-${row.key}`}
              value={row.to === '24:00' ? '00:00' : row.to}
            />
          </div>
          <WeekdayField
            chosen={row.days}
            legend={said.framesDays}
            name={`days-${row.key}`}
            words={words}
          />
          <LiveButton
            buttonStyle="secondary"
            onClick={() => setRows((all) => all.filter((one) => one.key !== row.key))}
            size="small"
            type="button"
          >
            {said.framesRemove}
          </LiveButton>
        </fieldset>
      ))}
      <LiveButton buttonStyle="secondary" onClick={add} size="small" type="button">
        {said.framesAdd}
      </LiveButton>
      <FormField
        kind="date"
        label={said.framesValidFrom}
        min={today}
        name="validFrom"
        value={today}
      />
      <FormField isOptional label={said.framesReason} name="reason" />
    </OpenForm>
  )
}

/** Midnight at the end of a frame is the end of the day. */
const endOf = (time: string): string => (time === '00:00' ? '24:00' : time)
