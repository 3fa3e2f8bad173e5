'use client'
import { useTranslation } from '@payloadcms/ui'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { secondFactorWords } from './words.ts'

/**
 * Ends one's own second factor with a code of it, or, as an administrator, that of somebody who has lost it.
 *
 * @param props.person somebody else's id
 */
export const EndSecondFactor = ({ person }: { person?: number }) => {
  const { i18n } = useTranslation()
  const words = secondFactorWords(i18n.language)
  const isOwn = person === undefined
  return (
    <OpenForm
      ask={(data) =>
        isOwn
          ? { path: '/second-factor/end', body: { code: textOf(data, 'code') } }
          : { path: `/second-factor/${person}/end`, body: {} }
      }
      doLabel={isOwn ? words.end : words.endOf}
      done={() => words.ended}
      effect={isOwn ? words.endEffect : words.endOfEffect}
      isInside={!isOwn}
      openLabel={isOwn ? words.end : words.endOf}
      title={isOwn ? words.end : words.endOf}
    >
      {isOwn ? <FormField kind="code" label={words.code} name="code" /> : null}
    </OpenForm>
  )
}
