import type { ReactElement } from 'react'

/** A field with its label, its hint before it and what is wrong with it. */
export const FormField = (props: {
  name: string
  label: string
  hint?: string | undefined
  value: string
  /** What is wrong; leave out when nothing is. */
  problem?: string | undefined
  type?: 'text' | 'email' | 'tel'
  autoComplete?: string | undefined
  isLong?: boolean
  isRequired?: boolean
}): ReactElement => {
  const { name, hint, problem } = props
  const described = [hint ? `${name}-hint` : '', problem ? `${name}-problem` : '']
  const shared = {
    id: name,
    name,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    'aria-invalid': problem ? true : undefined,
    'aria-required': props.isRequired ? true : undefined,
    autoComplete: props.autoComplete,
  }
  return (
    <p className={problem ? 'field field-wrong' : 'field'}>
      <label htmlFor={name}>{props.label}</label>
      {hint ? (
        <span className="field-hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      {problem ? (
        <span className="problem" id={`${name}-problem`}>
          {problem}
        </span>
      ) : null}
      {props.isLong ? (
        <textarea {...shared} rows={8} defaultValue={props.value} />
      ) : (
        <input {...shared} type={props.type ?? 'text'} defaultValue={props.value} />
      )}
    </p>
  )
}
