'use client'
import { useTranslation } from '@payloadcms/ui'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { consentWordsOf } from './consentWords.ts'

/** Ends a standing consent at once. */
export const RevokeForm = (props: {
  /** Of the consent, below `/api`. */
  path: string
  /** Name of the sending site. */
  site: string
}) => {
  const { i18n } = useTranslation()
  const words = consentWordsOf(i18n.language)
  return (
    <OpenForm
      ask={(data) => ({ path: `${props.path}/end`, body: { reason: textOf(data, 'reason') } })}
      doLabel={words.revoke}
      done={() => words.revokeDone}
      effect={words.revokeEffect}
      openLabel={words.revoke}
      title={fill(words.revokeTitle, { site: props.site })}
    >
      <FormField kind="long" label={words.revokeReason} name="reason" />
    </OpenForm>
  )
}
