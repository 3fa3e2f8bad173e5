'use client'
import { useTranslation } from '@payloadcms/ui'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import type { Choice } from '#kit/admin/forms/choice.ts'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { crossPostingWords } from './crossPostingWords.ts'

/** Takes a proposal in and hands it to the board; leads on to the review desk, where one click approves. */
export const TakeInForm = (props: {
  id: string
  title: string
  /** Name of the receiving site. */
  site: string
  /** Sections to choose from; none for what has none, and for an update, which stays where it is. */
  sections: readonly Choice[]
  section: string | undefined
  mode: 'copy' | 'link'
  isUpdate: boolean
}) => {
  const { i18n } = useTranslation()
  const words = crossPostingWords(i18n.language)
  const { site, isUpdate } = props
  const label = isUpdate ? words.takeUpdate : words.take
  return (
    <OpenForm
      ask={(data) => {
        const category = Number(textOf(data, 'category'))
        const mode = textOf(data, 'mode')
        return {
          path: `/cross-posting/proposals/${props.id}/take-in`,
          body: { ...(category ? { category } : {}), ...(mode ? { mode } : {}) },
        }
      }}
      doLabel={label}
      done={() => fill(words.taken, { title: props.title })}
      effect={fill(isUpdate ? words.takeUpdateEffect : words.takeEffect, { site })}
      goTo={(answer) => `/admin/review/${String(answer.submissionId)}`}
      isPrimary
      openLabel={label}
      title={label}
    >
      {props.sections.length > 0 ? (
        <FormField
          empty={words.choose}
          label={fill(words.section, { site })}
          name="category"
          options={props.sections}
          {...(props.section === undefined ? {} : { value: props.section })}
        />
      ) : null}
      {isUpdate ? null : (
        <FormField
          label={words.mode}
          name="mode"
          options={[
            ['copy', words.modeCopy],
            ['link', words.modeLink],
          ]}
          value={props.mode}
        />
      )}
    </OpenForm>
  )
}
