'use client'
import { useTranslation } from '@payloadcms/ui'
import type { Section } from '../../options.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { ScopeChoice } from '#kit/admin/forms/ScopeChoice.tsx'
import { mandateWords } from './mandateWords.ts'
import { OpenForm } from './OpenForm.tsx'
import { registerWordsOf } from './registerWords.ts'
import { sectionGroup } from './sectionGroup.ts'
import type { Choice } from '#kit/admin/forms/choice.ts'
import { textOf, textsOf } from '#kit/admin/forms/textsOf.ts'

/** Enters a mandate: for which head, to whom, when, for what, by which document. */
export const GrantForm = (props: {
  board: string
  heads: readonly Choice[]
  delegates: readonly Choice[]
  kinds: readonly Choice[]
  sections: readonly Section[]
  today: string
}) => {
  const { i18n } = useTranslation()
  const words = registerWordsOf(i18n.language)
  const said = mandateWords(i18n.language)
  return (
    <OpenForm
      ask={(data) => {
        const isPart = textOf(data, 'scope') === 'some'
        const collections = textsOf(data, 'collections')
        const categories = textsOf(data, 'categories').map(Number)
        if (isPart && collections.length + categories.length === 0)
          return { missing: words.scopeEmpty }
        const body = {
          board: props.board,
          principal: Number(textOf(data, 'principal')),
          delegate: Number(textOf(data, 'delegate')),
          collections: collections.length > 0 ? collections : null,
          categories: categories.length > 0 ? categories : null,
          startsOn: textOf(data, 'startsOn'),
          endsOn: textOf(data, 'endsOn'),
          document: textOf(data, 'document'),
        }
        return { path: '/mandates', body }
      }}
      doLabel={said.grant}
      done={() => said.grantDone}
      effect={said.grantEffect}
      openLabel={said.grant}
      title={said.grantTitle}
    >
      <FormField label={said.principal} name="principal" options={props.heads} />
      <FormField
        empty={words.choose}
        label={said.delegate}
        name="delegate"
        options={props.delegates}
      />
      <FormField kind="date" label={words.startsOn} name="startsOn" value={props.today} />
      <FormField kind="date" label={words.endsOn} name="endsOn" />
      <ScopeChoice
        groups={[
          { name: 'collections', label: words.kinds, choices: props.kinds },
          sectionGroup(words, props.sections),
        ]}
        hint={props.kinds.length > 0 && props.sections.length > 0 ? words.scopeHint : undefined}
        words={words}
      />
      <FormField hint={said.mandateDocumentHint} label={said.mandateDocument} name="document" />
    </OpenForm>
  )
}
