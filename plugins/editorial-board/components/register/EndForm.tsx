'use client'
import { useTranslation } from '@payloadcms/ui'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from './OpenForm.tsx'
import { registerWordsOf } from './registerWords.ts'
import { textOf } from '#kit/admin/forms/textsOf.ts'

/** Ends an appointment by its document. */
export const EndForm = (props: {
  appointmentId: string
  name: string
  role: string
  today: string
}) => {
  const { i18n } = useTranslation()
  const words = registerWordsOf(i18n.language)
  return (
    <OpenForm
      ask={(data) => ({
        path: `/appointments/${props.appointmentId}/end`,
        body: { endsOn: textOf(data, 'endsOn'), document: textOf(data, 'document') },
      })}
      doLabel={words.end}
      done={(answer) => (answer.outcome === 'proposed' ? words.appointProposed : words.endDone)}
      effect={words.endEffect}
      openLabel={words.end}
      title={fill(words.endTitle, { name: props.name, role: props.role })}
    >
      <FormField kind="date" label={words.lastDay} name="endsOn" value={props.today} />
      <FormField hint={words.documentHint} label={words.document} name="document" />
    </OpenForm>
  )
}
