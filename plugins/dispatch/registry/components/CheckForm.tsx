'use client'
import { useTranslation } from '@payloadcms/ui'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { registryWords } from '../registryWords.ts'
import { checkWords } from './checkWords.ts'

/** Enters the outcome of a security check. */
export const CheckForm = (props: { deviceId: number; today: string }) => {
  const { language } = useTranslation().i18n
  const words = registryWords(language)
  const said = checkWords(language)
  return (
    <OpenForm
      ask={(data) => ({
        path: `/dispatch/devices/${props.deviceId}/checks`,
        body: {
          outcome: textOf(data, 'outcome'),
          checkedOn: textOf(data, 'checkedOn'),
          document: textOf(data, 'document'),
          findings: textOf(data, 'findings'),
        },
      })}
      doLabel={said.checkDo}
      done={() => said.checkDone}
      effect={said.checkEffect}
      openLabel={said.checkOpen}
      title={said.checkTitle}
    >
      <FormField
        label={said.checkOutcome}
        name="outcome"
        options={[
          ['passed', words.outcome_passed],
          ['failed', words.outcome_failed],
        ]}
        value="passed"
      />
      <FormField kind="date" label={said.checkedOn} name="checkedOn" value={props.today} />
      <FormField hint={said.documentHint} label={said.document} name="document" />
      <FormField isOptional kind="long" label={said.findings} name="findings" />
    </OpenForm>
  )
}
