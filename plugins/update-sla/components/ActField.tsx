import type { SlaWords } from './slaWords.ts'

/** A field of an act. A moment is a day and a time in the deployment's zone. */
export type ActFieldParts = { name: string; label: string; hint?: string; isOptional?: boolean } & (
  | { kind: 'line' | 'text'; value?: string }
  | { kind: 'choice'; options: readonly (readonly [value: string, label: string])[] }
  | {
      kind: 'moment'
      /** YYYY-MM-DDTHH:MM. */
      value?: string
      /** Of the zone: +07:00. */
      offset: string
    }
)

/** A labelled field; required unless it is optional. What is wrong with it stands below. */
export const ActField = (props: {
  field: ActFieldParts
  id: string
  words: SlaWords
  fault?: string | undefined
}) => {
  const { field, id, words, fault } = props
  const described = [field.hint ? `${id}-hint` : '', fault ? `${id}-fault` : '']
  const shared = {
    id,
    name: field.name,
    required: !field.isOptional,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    'aria-invalid': fault ? true : undefined,
  }
  return (
    <div className="coloa-field">
      <label htmlFor={id}>
        {field.label}
        {field.isOptional ? ` ${words.optional}` : ''}
      </label>
      {field.hint ? <small id={`${id}-hint`}>{field.hint}</small> : null}
      {field.kind === 'choice' ? (
        <select {...shared} defaultValue={field.options[0]?.[0]}>
          {field.options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ) : field.kind === 'moment' ? (
        <input {...shared} defaultValue={field.value} type="datetime-local" />
      ) : field.kind === 'line' ? (
        <input {...shared} defaultValue={field.value} maxLength={200} type="text" />
      ) : (
        <textarea {...shared} defaultValue={field.value} maxLength={2000} rows={3} />
      )}
      {fault ? (
        <div className="coloa-problem" id={`${id}-fault`} role="alert">
          <p>{fault}</p>
        </div>
      ) : null}
    </div>
  )
}
