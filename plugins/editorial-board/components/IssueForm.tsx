'use client'
import { toast, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { wordsOf } from '../words.ts'
import { ActionForm } from './ActionForm.tsx'
import { postToBoard } from './postToBoard.ts'
import { announceChange } from './useDocumentState.ts'
import { useSaveDraft } from './useSaveDraft.ts'
import { useShowFaults } from './useShowFaults.ts'

/** Releases something at once, for a reason of the list in force. */
export const IssueForm = ({
  reasons,
  isCodeNeeded,
}: {
  reasons: readonly (readonly [string, string])[]
  isCodeNeeded: boolean
}) => {
  const saveDraft = useSaveDraft()
  const showFaults = useShowFaults()
  const { collectionSlug: collection } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = wordsOf(i18n.language)
  const reason = useFormFields(([fields]) => fields.reasonCode?.value)
  const issue = async (values: Record<string, string>) => {
    const id = await saveDraft()
    if (id === undefined) return [words.saveFirst]
    const answer = await postToBoard(
      '/emergency',
      {
        collection,
        id,
        reasonCode: values.reasonCode,
        explanation: values.explanation,
        ...(values.code === undefined ? {} : { code: values.code }),
      },
      { ...words, language: i18n.language },
    )
    if (!answer.ok) {
      showFaults(answer.faults)
      return answer.messages
    }
    toast.success(words.issued)
    announceChange()
    return []
  }
  return (
    <ActionForm
      doLabel={words.issueDo}
      effect={words.issueEffect}
      fields={[
        {
          name: 'reasonCode',
          label: words.issueReason,
          options: reasons,
          ...(reasons.some(([code]) => code === reason) ? { value: String(reason) } : {}),
        },
        { name: 'explanation', label: words.explanation },
        ...(isCodeNeeded
          ? [{ name: 'code', label: words.issueCode, isShort: true, maxLength: 40 }]
          : []),
      ]}
      onDo={issue}
      openLabel={words.issue}
      title={words.issueTitle}
    />
  )
}
