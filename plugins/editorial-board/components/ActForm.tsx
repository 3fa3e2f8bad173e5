'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { wordsOf } from '../words.ts'
import { ActionForm } from './ActionForm.tsx'
import type { ActionField } from './ActionForm.tsx'
import { postToBoard } from './postToBoard.ts'

/** One act of a list's row: its form, what is posted where, and what is said when it is done. */
export const ActForm = (props: {
  /** Below `/api/editorial-board`. */
  path: string
  /** Sent along with what is typed. */
  body?: Record<string, unknown>
  openLabel: string
  title: string
  effect: string
  doLabel: string
  doneText: string
  fields: readonly ActionField[]
  /** @default the page is read again */
  onDone?: () => void
}) => {
  const { i18n } = useTranslation()
  const router = useRouter()
  const act = async (values: Record<string, string>) => {
    const answer = await postToBoard(
      props.path,
      { ...props.body, ...values },
      { ...wordsOf(i18n.language), language: i18n.language },
    )
    if (!answer.ok) return answer.messages
    toast.success(props.doneText)
    if (props.onDone) props.onDone()
    else router.refresh()
    return []
  }
  return <ActionForm {...props} onDo={act} />
}
