'use client'
import { useState } from 'react'
import type { Choice } from './choice.ts'

/** Marks that belong together, into the form under one name. */
export type ScopeGroup = { name: string; label: string; choices: readonly Choice[] }

/** Everything, or what is marked in groups; into the form as `scope` (`all` or `some`) and each group under its name. */
export const ScopeChoice = (props: {
  words: { scope: string; scopeAll: string; scopeSome: string }
  /** How the groups work together. */
  hint?: string | undefined
  groups: readonly ScopeGroup[]
}) => {
  const { words } = props
  const [isPart, setIsPart] = useState(false)
  const radio = (value: string, label: string, isOn: boolean) => (
    <label className="coloa-check">
      <input
        checked={isOn}
        name="scope"
        onChange={() => setIsPart(value === 'some')}
        type="radio"
        value={value}
      />
      {label}
    </label>
  )
  return (
    <fieldset className="coloa-field coloa-choice">
      <legend>{words.scope}</legend>
      {radio('all', words.scopeAll, !isPart)}
      {radio('some', words.scopeSome, isPart)}
      {isPart && props.hint ? <small>{props.hint}</small> : null}
      {isPart ? props.groups.map((group) => <Boxes key={group.name} {...group} />) : null}
    </fieldset>
  )
}

const Boxes = (props: ScopeGroup) =>
  props.choices.length === 0 ? null : (
    <fieldset className="coloa-boxes">
      <legend>{props.label}</legend>
      {props.choices.map(([value, text]) => (
        <label className="coloa-check" key={value}>
          <input name={props.name} type="checkbox" value={value} />
          {text}
        </label>
      ))}
    </fieldset>
  )
