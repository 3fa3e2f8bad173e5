'use client'
import { useTranslation } from '@payloadcms/ui'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { ScopeChoice } from '#kit/admin/forms/ScopeChoice.tsx'
import type { Choice } from '#kit/admin/forms/choice.ts'
import { textOf, textsOf } from '#kit/admin/forms/textsOf.ts'
import { consentWordsOf } from './consentWords.ts'

/** Enters a standing consent: whose items, which of them, what is done with them at once, when, by which resolution. */
export const ConsentForm = (props: {
  /** Below `/api`. */
  path: string
  logs: readonly Choice[]
  sources: readonly Choice[]
  collections: readonly Choice[]
  sections: readonly Choice[]
  kinds: readonly Choice[]
  today: string
}) => {
  const { i18n } = useTranslation()
  const words = consentWordsOf(i18n.language)
  return (
    <OpenForm
      ask={(data) => {
        const isPart = textOf(data, 'scope') === 'some'
        const collections = textsOf(data, 'collections')
        const categories = textsOf(data, 'categories').map(Number)
        const kinds = textsOf(data, 'kinds')
        if (isPart && collections.length + categories.length + kinds.length === 0)
          return { missing: words.scopeEmpty }
        const flags = textsOf(data, 'flags')
        const body = {
          log: textOf(data, 'log'),
          sourceLog: textOf(data, 'source'),
          collections: collections.length > 0 ? collections : null,
          categories: categories.length > 0 ? categories : null,
          kinds: kinds.length > 0 ? kinds : null,
          mayPublish: flags.includes('publish'),
          mayUpdate: flags.includes('update'),
          mayEmergency: flags.includes('emergency'),
          startsOn: textOf(data, 'startsOn'),
          endsOn: textOf(data, 'endsOn'),
          document: textOf(data, 'document'),
        }
        return { path: props.path, body }
      }}
      doLabel={words.grant}
      done={() => words.grantDone}
      effect={words.grantEffect}
      openLabel={words.grant}
      title={words.grantTitle}
    >
      <FormField
        label={words.log}
        name="log"
        options={props.logs}
        value={props.logs[0]?.[0] ?? ''}
      />
      <FormField empty={words.choose} label={words.source} name="source" options={props.sources} />
      <ScopeChoice
        groups={[
          { name: 'collections', label: words.boxCollections, choices: props.collections },
          { name: 'categories', label: words.boxSections, choices: props.sections },
          { name: 'kinds', label: words.boxKinds, choices: props.kinds },
        ]}
        hint={words.scopeHint}
        words={words}
      />
      <fieldset className="coloa-field coloa-choice">
        <legend>{words.flags}</legend>
        <small>{words.flagsHint}</small>
        {(
          [
            ['publish', words.flagPublish],
            ['update', words.flagUpdate],
            ['emergency', words.flagEmergency],
          ] as const
        ).map(([value, text]) => (
          <label className="coloa-check" key={value}>
            <input name="flags" type="checkbox" value={value} />
            {text}
          </label>
        ))}
      </fieldset>
      <FormField kind="date" label={words.startsOn} name="startsOn" value={props.today} />
      <FormField kind="date" label={words.endsOn} min={props.today} name="endsOn" />
      <FormField hint={words.documentHint} label={words.document} name="document" />
    </OpenForm>
  )
}
