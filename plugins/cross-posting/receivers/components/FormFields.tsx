import type { ReactNode } from 'react'

/** A field of one line, with its hint before it. */
export const TextField = (props: {
  id: string
  name: string
  label: string
  hint?: string
  type?: 'text' | 'email' | 'url'
}) => (
  <div className="coloa-field">
    <label htmlFor={props.id}>{props.label}</label>
    {props.hint ? <small id={`${props.id}-hint`}>{props.hint}</small> : null}
    <input
      aria-describedby={props.hint ? `${props.id}-hint` : undefined}
      autoComplete="off"
      id={props.id}
      name={props.name}
      required
      type={props.type === 'email' ? 'email' : 'text'}
    />
  </div>
)

/** Boxes to tick under one heading. */
export const TickBoxes = (props: {
  name: string
  label: string
  choices: readonly (readonly [value: string, text: string])[]
  ticked: readonly string[]
}) => (
  <fieldset className="coloa-field coloa-receiver-boxes">
    <legend>{props.label}</legend>
    {props.choices.map(([value, text]) => (
      <label className="coloa-check" key={value}>
        <input
          defaultChecked={props.ticked.includes(value)}
          name={props.name}
          type="checkbox"
          value={value}
        />
        {text}
      </label>
    ))}
  </fieldset>
)

/** A part of a page under its heading. */
export const Part = (props: {
  id: string
  title: string
  intro?: ReactNode
  children: ReactNode
}) => (
  <section aria-labelledby={props.id} className="coloa-part">
    <h2 id={props.id}>{props.title}</h2>
    {props.intro ? <p>{props.intro}</p> : null}
    {props.children}
  </section>
)
