'use client'
import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { Section } from '../../options.ts'
import { registerWordsOf } from './registerWords.ts'
import type { Choice } from './sectionProps.ts'

/** Everything, or chosen content types and sections; goes into the form as `scope`, `collections` and `categories`. */
export const ScopeChoice = (props: { kinds: readonly Choice[]; sections: readonly Section[] }) => {
  const { i18n } = useTranslation()
  const words = registerWordsOf(i18n.language)
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
      {isPart ? (
        <>
          {props.kinds.length > 0 && props.sections.length > 0 ? (
            <small>{words.scopeHint}</small>
          ) : null}
          <Boxes choices={props.kinds} label={words.kinds} name="collections" />
          <Boxes
            choices={props.sections.map((one) => [String(one.id), one.name] as const)}
            label={words.sections}
            name="categories"
          />
        </>
      ) : null}
    </fieldset>
  )
}

const Boxes = (props: { name: string; label: string; choices: readonly Choice[] }) =>
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
