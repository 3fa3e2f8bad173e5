'use client'
import { useTranslation } from '@payloadcms/ui'
import { useRef } from 'react'
import { formWords } from './formWords.ts'

/** A field of an action: a choice when it has options, one line when short, else a text. */
export type ActionField = {
  name: string
  label: string
  hint?: string
  options?: readonly (readonly [string, string])[]
  isShort?: boolean
  isOptional?: boolean
  value?: string
  /** Longest input of a short field. @default 60 */
  maxLength?: number
  /** Ready wordings that can be put into the text and then changed. */
  templates?: readonly string[]
}

/** A labelled field with its hint before it; required unless it is optional. */
export const FormField = (props: { field: ActionField; id: string; autoFocus?: boolean }) => {
  const { field, id } = props
  const { i18n } = useTranslation()
  const words = formWords(i18n.language)
  const text = useRef<HTMLTextAreaElement>(null)
  const shared = {
    id,
    name: field.name,
    required: !field.isOptional,
    autoFocus: props.autoFocus === true && !field.templates,
    'aria-describedby': field.hint ? `${id}-hint` : undefined,
  }
  const take = (wording: string) => {
    if (!text.current || wording === '') return
    text.current.value = wording
    text.current.focus()
  }
  return (
    <div className="coloa-field">
      {field.templates && field.templates.length > 0 ? (
        <>
          <label htmlFor={`${id}-template`}>{words.template}</label>
          <select
            autoFocus={props.autoFocus === true}
            id={`${id}-template`}
            onChange={(event) => take(event.target.value)}
          >
            <option value="">{words.templateChoose}</option>
            {field.templates.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </>
      ) : null}
      <label htmlFor={id}>
        {field.label}
        {field.isOptional ? ` ${words.optional}` : ''}
      </label>
      {field.hint ? <small id={`${id}-hint`}>{field.hint}</small> : null}
      {field.options ? (
        <select {...shared} defaultValue={field.value ?? ''}>
          {field.value === undefined ? (
            <option disabled value="">
              {words.choose}
            </option>
          ) : null}
          {field.options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : field.isShort ? (
        <input
          {...shared}
          defaultValue={field.value}
          maxLength={field.maxLength ?? 60}
          type="text"
        />
      ) : (
        <textarea {...shared} defaultValue={field.value} maxLength={4000} ref={text} rows={4} />
      )}
    </div>
  )
}
