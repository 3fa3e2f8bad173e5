import type { ReactNode } from 'react'
import './admin.css'

/** A field of a filter: a choice when it has options, else a line of text or a day. */
export type FilterField = {
  name: string
  label: string
  value: string | undefined
  options?: readonly (readonly [value: string, label: string])[]
  /** What the choice of nothing says. */
  all?: string
  isDay?: boolean
}

/** Filters as a plain form: works without scripts, and the back button brings them back. */
export const Filters = (props: {
  action: string
  fields: readonly FilterField[]
  words: { filter: string; clear: string }
  /** @default "Filter" */
  doLabel?: string
  /** Whether there is a way back to everything. @default true */
  mayClear?: boolean
  children?: ReactNode
}) => {
  const { fields, words } = props
  const isFiltered =
    props.mayClear !== false && fields.some(({ value }) => value !== undefined && value !== '')
  return (
    <form action={props.action} className="coloa-filters" method="get">
      {props.children}
      {fields.map((field) => (
        <label key={field.name}>
          {field.label}
          {field.options ? (
            <select defaultValue={field.value ?? ''} name={field.name}>
              {field.all === undefined ? null : <option value="">{field.all}</option>}
              {field.options.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          ) : (
            <input
              defaultValue={field.value}
              maxLength={100}
              name={field.name}
              type={field.isDay ? 'date' : 'text'}
            />
          )}
        </label>
      ))}
      <button type="submit">{props.doLabel ?? words.filter}</button>
      {isFiltered ? <a href={props.action}>{words.clear}</a> : null}
    </form>
  )
}
