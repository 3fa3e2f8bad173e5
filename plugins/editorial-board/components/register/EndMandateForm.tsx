'use client'
import { useTranslation } from '@payloadcms/ui'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from './OpenForm.tsx'
import { mandateWords } from './mandateWords.ts'
import { textOf } from '#kit/admin/forms/textsOf.ts'

/** Ends a mandate at once, with the reason. */
export const EndMandateForm = (props: { mandateId: string; name: string }) => {
  const { i18n } = useTranslation()
  const words = mandateWords(i18n.language)
  return (
    <OpenForm
      ask={(data) => ({
        path: `/mandates/${props.mandateId}/end`,
        body: { reason: textOf(data, 'reason') },
      })}
      doLabel={words.stop}
      done={() => words.stopDone}
      effect={words.stopEffect}
      openLabel={words.stop}
      title={fill(words.stopTitle, { name: props.name })}
    >
      <FormField kind="long" label={words.stopReason} name="reason" />
    </OpenForm>
  )
}
