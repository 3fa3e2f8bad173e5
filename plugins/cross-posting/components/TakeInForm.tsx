'use client'
import { useTranslation } from '@payloadcms/ui'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import type { Choice } from '#kit/admin/forms/choice.ts'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { crossPostingWords } from './crossPostingWords.ts'
import { proposalWords } from './proposalWords.ts'

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
  const said = proposalWords(i18n.language)
  const { site, isUpdate } = props
  const label = isUpdate ? said.takeUpdate : said.take
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
      done={() => fill(said.taken, { title: props.title })}
      effect={fill(isUpdate ? said.takeUpdateEffect : said.takeEffect, { site })}
      goTo={(answer) => `/admin/review/${String(answer.submissionId)}`}
      isPrimary
      openLabel={label}
      title={label}
    >
      {props.sections.length > 0 ? (
        <FormField
          empty={said.choose}
          label={fill(said.section, { site })}
          name="category"
          options={props.sections}
          {...(props.section === undefined ? {} : { value: props.section })}
        />
      ) : null}
      {isUpdate ? null : (
        <FormField
          label={said.mode}
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
