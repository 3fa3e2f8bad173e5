'use client'
import { useId } from 'react'
import type { ChangeEventHandler } from 'react'
import type { Choice } from './choice.ts'

/** A labelled field of a form, its hint read with it: a choice when it has options, else of its kind. */
export const FormField = (props: {
  name: string
  label: string
  hint?: string
  kind?: 'text' | 'date' | 'number' | 'time' | 'long' | 'password' | 'code'
  options?: readonly Choice[]
  /** What stands for "nothing chosen yet" in a choice. */
  empty?: string
  value?: string
  min?: string
  /** Of a number. @default any */
  step?: string
  isOptional?: boolean
  onChange?: ChangeEventHandler<HTMLSelectElement>
}) => {
  const id = useId()
  const { hint, kind = 'text', options } = props
  const shared = {
    id,
    name: props.name,
    required: !props.isOptional,
    defaultValue: props.value ?? '',
    'aria-describedby': hint ? `${id}-hint` : undefined,
  }
  return (
    <div className="coloa-field">
      <label htmlFor={id}>{props.label}</label>
      {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
      {options ? (
        <select {...shared} onChange={props.onChange}>
          {props.empty === undefined ? null : (
            <option disabled={!props.isOptional} value="">
              {props.empty}
            </option>
          )}
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      ) : kind === 'long' ? (
        <textarea {...shared} maxLength={4000} rows={3} />
      ) : kind === 'number' ? (
        <input {...shared} min={props.min} step={props.step ?? 'any'} type="number" />
      ) : kind === 'date' ? (
        <input {...shared} min={props.min} type="date" />
      ) : kind === 'time' ? (
        // A browser's own time field shows 08:00 PM wherever it speaks English.
        <input
          {...shared}
          pattern="([01][0-9]|2[0-3]):[0-5][0-9]"
          placeholder="08:00"
          type="text"
        />
      ) : kind === 'password' ? (
        <input {...shared} autoComplete="current-password" maxLength={500} type="password" />
      ) : kind === 'code' ? (
        <input
          {...shared}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={40}
          type="text"
        />
      ) : (
        <input {...shared} maxLength={300} type="text" />
      )}
    </div>
  )
}
