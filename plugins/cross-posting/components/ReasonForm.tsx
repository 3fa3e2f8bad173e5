'use client'
import { useTranslation } from '@payloadcms/ui'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { proposalWords } from './proposalWords.ts'

/** Returns, keeps or takes back: an act on a proposal with its reason. */
export const ReasonForm = (props: {
  act: 'return' | 'dismiss' | 'withdraw'
  id: string
  title: string
  /** Name of the site at the other side. */
  site: string
}) => {
  const { i18n } = useTranslation()
  const words = proposalWords(i18n.language)
  const { act, site, title } = props
  const said = {
    return: {
      label: words.return,
      title: words.returnTitle,
      effect: words.returnEffect,
      reason: words.returnReason,
      done: words.returned,
    },
    dismiss: {
      label: words.keep,
      title: words.keepTitle,
      effect: words.keepEffect,
      reason: words.keepReason,
      done: words.kept,
    },
    withdraw: {
      label: words.withdraw,
      title: words.withdrawTitle,
      effect: words.withdrawEffect,
      reason: words.withdrawReason,
      done: words.withdrawn,
    },
  }[act]
  return (
    <OpenForm
      ask={(data) => ({
        path: `/cross-posting/proposals/${props.id}/${act}`,
        body: { reason: textOf(data, 'reason') },
      })}
      doLabel={said.label}
      done={() => fill(said.done, { title })}
      effect={fill(said.effect, { site })}
      openLabel={said.label}
      title={fill(said.title, { site })}
    >
      <FormField
        isOptional={act !== 'return'}
        kind="long"
        label={fill(said.reason, { site })}
        name="reason"
      />
    </OpenForm>
  )
}
