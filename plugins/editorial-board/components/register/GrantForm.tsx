'use client'
import { useTranslation } from '@payloadcms/ui'
import type { Section } from '../../options.ts'
import { FormField } from './FormField.tsx'
import { OpenForm } from './OpenForm.tsx'
import { registerWordsOf } from './registerWords.ts'
import { ScopeChoice } from './ScopeChoice.tsx'
import type { Choice } from './sectionProps.ts'
import { textOf, textsOf } from './textsOf.ts'

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
      doLabel={words.grant}
      done={() => words.grantDone}
      effect={words.grantEffect}
      openLabel={words.grant}
      title={words.grantTitle}
    >
      <FormField label={words.principal} name="principal" options={props.heads} />
      <FormField
        empty={words.choose}
        label={words.delegate}
        name="delegate"
        options={props.delegates}
      />
      <FormField kind="date" label={words.startsOn} name="startsOn" value={props.today} />
      <FormField kind="date" label={words.endsOn} name="endsOn" />
      <ScopeChoice kinds={props.kinds} sections={props.sections} />
      <FormField hint={words.mandateDocumentHint} label={words.mandateDocument} name="document" />
    </OpenForm>
  )
}
