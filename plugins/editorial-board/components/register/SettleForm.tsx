'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postToBoard } from '../postToBoard.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { formWordsOf } from '#kit/admin/forms/formWords.ts'
import { OpenForm } from './OpenForm.tsx'
import { registerWordsOf } from './registerWords.ts'
import { textOf } from '#kit/admin/forms/textsOf.ts'

/** Confirms or rejects what another person entered. */
export const SettleForm = (props: { proposalId: string; what: string }) => {
  const { i18n } = useTranslation()
  const words = registerWordsOf(i18n.language)
  const said = formWordsOf(i18n.language)
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  const path = `/proposals/${props.proposalId}/settle`
  const confirm = async () => {
    setIsBusy(true)
    const answer = await postToBoard(
      path,
      { isConfirmed: true },
      { ...said, language: i18n.language },
    )
    setIsBusy(false)
    if (!answer.ok) {
      setProblems(answer.messages)
      return
    }
    toast.success(fill(words.confirmDone, { what: props.what }))
    router.refresh()
  }
  return (
    <div className="coloa-settle coloa-no-print">
      {problems.length > 0 ? (
        <div className="coloa-problem" role="alert">
          {problems.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      ) : null}
      <LiveButton disabled={isBusy} onClick={() => void confirm()} size="small" type="button">
        {isBusy ? said.working : words.confirm}
      </LiveButton>
      <OpenForm
        ask={(data) => ({
          path,
          body: { isConfirmed: false, explanation: textOf(data, 'explanation') },
        })}
        doLabel={words.reject}
        done={() => words.rejectDone}
        openLabel={words.reject}
        title={words.rejectTitle}
      >
        <FormField kind="long" label={words.rejectWhy} name="explanation" />
      </OpenForm>
    </div>
  )
}
