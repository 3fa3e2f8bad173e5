'use client'
import { useTranslation } from '@payloadcms/ui'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { deviceWords } from './deviceWords.ts'

/** Suspends or retires a device, with the reason that stays in its history. */
export const ReasonForm = (props: { deviceId: number; verb: 'suspend' | 'retire' }) => {
  const words = deviceWords(useTranslation().i18n.language)
  const { verb } = props
  const done = verb === 'suspend' ? words.suspended : words.retired
  return (
    <OpenForm
      ask={(data) => ({
        path: `/dispatch/devices/${props.deviceId}/${verb}`,
        body: { reason: textOf(data, 'reason') },
      })}
      doLabel={words[`${verb}Do`]}
      done={() => done}
      effect={words[`${verb}Effect`]}
      openLabel={words[verb]}
      title={words[`${verb}Title`]}
    >
      <FormField kind="long" label={words.reason} name="reason" />
    </OpenForm>
  )
}
