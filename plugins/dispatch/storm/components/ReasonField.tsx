import { SelectField } from '@payloadcms/ui'
import type { SelectFieldClient, TextFieldServerProps } from 'payload'
import { reasonChoices } from '../reasonChoices.ts'

/** The reason of an emergency, chosen from the register in force today instead of typed as a code. */
export const ReasonField = ({
  clientField,
  i18n,
  path,
  permissions,
  readOnly,
  schemaPath,
}: TextFieldServerProps) => {
  const { name, label } = clientField
  const placeholder = i18n.language === 'en' ? 'Choose a reason' : 'Chọn lý do'
  const field: SelectFieldClient = {
    type: 'select',
    name,
    admin: { isClearable: true, isSortable: false, placeholder },
    options: reasonChoices(i18n.language).map(({ code, text }) => ({ value: code, label: text })),
    ...(label === undefined ? {} : { label }),
  }
  return (
    <SelectField
      field={field}
      path={path}
      {...(permissions === undefined ? {} : { permissions })}
      {...(readOnly === undefined ? {} : { readOnly })}
      schemaPath={schemaPath}
    />
  )
}
