'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { wordsOf } from '../words.ts'
import { ActionForm } from './ActionForm.tsx'
import { postToBoard } from './postToBoard.ts'
import { stateWords } from './stateWords.ts'
import { announceChange } from './useDocumentState.ts'

/** Takes a public document down, saying first what will happen and to whom. */
export const WithdrawForm = (props: {
  collection: string
  id: number
  templates: readonly string[]
  /** Whether it may take a code of the second factor. */
  isCodeNeeded: boolean
}) => {
  const { collection, id } = props
  const { i18n } = useTranslation()
  const words = wordsOf(i18n.language)
  const said = stateWords(i18n.language)
  const withdraw = async (values: Record<string, string>) => {
    const answer = await postToBoard(
      '/withdrawals',
      { collection, id, ...values },
      { ...words, language: i18n.language },
    )
    if (!answer.ok) return answer.messages
    toast.success(words.withdrawn)
    announceChange()
    return []
  }
  return (
    <ActionForm
      doLabel={words.withdrawDo}
      effect={words.withdrawEffect}
      fields={[
        {
          name: 'type',
          label: words.withdrawType,
          options: [
            ['error', words.typeError],
            ['expired', words.typeExpired],
            ['law', words.typeLaw],
            ['privacy', words.typePrivacy],
          ],
        },
        {
          name: 'explanation',
          label: words.explanation,
          hint: words.explanationPublic,
          templates: props.templates,
        },
        {
          name: 'redirectTo',
          label: said.redirect,
          hint: said.redirectHint,
          isShort: true,
          isOptional: true,
          maxLength: 500,
        },
        ...(props.isCodeNeeded
          ? [
              {
                name: 'code',
                label: words.issueCode,
                hint: said.withdrawCodeHint,
                isShort: true,
                isOptional: true,
                maxLength: 40,
              },
            ]
          : []),
      ]}
      onDo={withdraw}
      openLabel={words.withdraw}
      title={words.withdrawTitle}
    />
  )
}
