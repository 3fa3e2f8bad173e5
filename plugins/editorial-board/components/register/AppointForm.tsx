'use client'
import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { Section } from '../../options.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { ScopeChoice } from '#kit/admin/forms/ScopeChoice.tsx'
import { OpenForm } from './OpenForm.tsx'
import { PersonChoice } from './PersonChoice.tsx'
import { registerWordsOf } from './registerWords.ts'
import { sectionGroup } from './sectionGroup.ts'
import type { Choice } from '#kit/admin/forms/choice.ts'
import { textOf, textsOf } from '#kit/admin/forms/textsOf.ts'

/** Enters an appointment: who, as what, from when to when, by which document. */
export const AppointForm = (props: {
  board: string
  roles: readonly Choice[]
  sections: readonly Section[]
  today: string
}) => {
  const { i18n } = useTranslation()
  const words = registerWordsOf(i18n.language)
  const [role, setRole] = useState('')
  const needsSecond = props.roles.some(([value]) => value === 'head')
  return (
    <OpenForm
      ask={(data) => {
        const person = Number(textOf(data, 'person'))
        if (!person) return { missing: words.personRequired }
        const isPart = textOf(data, 'scope') === 'some'
        const categories = textsOf(data, 'categories').map(Number)
        if (isPart && categories.length === 0) return { missing: words.scopeEmpty }
        const body = {
          board: props.board,
          person,
          role: textOf(data, 'role'),
          startsOn: textOf(data, 'startsOn'),
          endsOn: textOf(data, 'endsOn') || null,
          document: textOf(data, 'document'),
          categories: isPart ? categories : null,
        }
        return { path: '/appointments', body }
      }}
      doLabel={words.appoint}
      done={(answer) => {
        if (answer.outcome === 'proposed') return words.appointProposed
        return ['head', 'deputy', 'member'].includes(role) ? words.appointSole : words.appointDone
      }}
      {...(needsSecond ? { effect: words.appointEffect } : {})}
      openLabel={words.appoint}
      title={words.appointTitle}
    >
      <PersonChoice />
      <FormField
        empty={words.choose}
        label={words.role}
        name="role"
        onChange={(event) => setRole(event.target.value)}
        options={props.roles}
      />
      {role === 'checker' && props.sections.length > 0 ? (
        <ScopeChoice groups={[sectionGroup(words, props.sections)]} words={words} />
      ) : null}
      <FormField kind="date" label={words.startsOn} name="startsOn" value={props.today} />
      <FormField
        hint={words.endsOnHint}
        isOptional
        kind="date"
        label={words.endsOn}
        name="endsOn"
      />
      <FormField hint={words.documentHint} label={words.document} name="document" />
    </OpenForm>
  )
}
