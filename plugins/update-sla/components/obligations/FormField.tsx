'use client'
import { useId } from 'react'

/** A labelled field of the form of a revision, its hint read with it; a choice when it has options. */
export const FormField = (props: {
  name: string
  label: string
  hint?: string
  kind?: 'text' | 'date' | 'number' | 'time' | 'long'
  options?: readonly (readonly [string, string])[]
  value?: string
  min?: string
  isOptional?: boolean
  optional?: string
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
      <label htmlFor={id}>
        {props.label}
        {props.isOptional && props.optional ? ` ${props.optional}` : ''}
      </label>
      {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
      {options ? (
        <select {...shared}>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      ) : kind === 'long' ? (
        <textarea {...shared} maxLength={2000} rows={3} />
      ) : (
        <input
          {...shared}
          maxLength={300}
          min={props.min}
          pattern={kind === 'time' ? '([01][0-9]|2[0-3]):[0-5][0-9]' : undefined}
          placeholder={kind === 'time' ? '08:00' : undefined}
          step={kind === 'number' ? 1 : undefined}
          // A browser's own time field shows 08:00 PM wherever it speaks English.
          type={kind === 'time' ? 'text' : kind}
        />
      )}
    </div>
  )
}
