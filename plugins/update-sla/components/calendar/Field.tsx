'use client'
import { useId } from 'react'

/** A labelled field whose content the form keeps; a choice when it has options. */
export const Field = (props: {
  label: string
  hint?: string
  kind?: 'text' | 'date'
  options?: readonly (readonly [string, string])[]
  isOptional?: boolean
  value: string
  onChange: (value: string) => void
}) => {
  const id = useId()
  const { hint, options, kind = 'text' } = props
  const shared = {
    id,
    value: props.value,
    'aria-describedby': hint ? `${id}-hint` : undefined,
  }
  return (
    <div className="coloa-field">
      <label htmlFor={id}>{props.label}</label>
      {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
      {options ? (
        <select {...shared} onChange={(event) => props.onChange(event.target.value)}>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          maxLength={300}
          onChange={(event) => props.onChange(event.target.value)}
          required={!props.isOptional}
          type={kind}
        />
      )}
    </div>
  )
}
