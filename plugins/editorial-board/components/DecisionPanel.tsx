'use client'
import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { wordsOf } from '../words.ts'
import type { Words } from '../words.ts'
import { ActionForm } from './ActionForm.tsx'
import { postToBoard } from './postToBoard.ts'

type Props = {
  submissionId: string
  title: string
  site: string
  /** Where to go after the decision. */
  next: string
  isWaiting: boolean
  isOwn: boolean
  isChangedSince: boolean
  isUpdate: boolean
  mayDecide: boolean
  mayReturn: boolean
  grounds: readonly (readonly [string, string])[]
}

/** The decision on a submission: approve, return, refuse; then on to the next one. */
export const DecisionPanel = (props: Props) => {
  const { i18n } = useTranslation()
  const words = wordsOf(i18n.language)
  const router = useRouter()
  const [isCorrection, setIsCorrection] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])

  const decide = async (verb: string, body: unknown, done: string): Promise<string[]> => {
    const answer = await postToBoard(`/submissions/${props.submissionId}/${verb}`, body, {
      ...words,
      language: i18n.language,
    })
    if (!answer.ok) return answer.messages
    toast.success(fill(done, { title: props.title }))
    router.push(props.next)
    router.refresh()
    return []
  }
  const approve = async () => {
    setIsBusy(true)
    setProblems(await decide('approve', { isCorrection }, words.approved))
    setIsBusy(false)
  }

  const canApprove = props.mayDecide && !props.isChangedSince
  return (
    <section aria-label={words.decision} className="coloa-decision">
      <h2>{words.decision}</h2>
      <Standing {...props} words={words} />
      {problems.length > 0 ? (
        <div className="coloa-problem" role="alert">
          {problems.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      ) : null}
      {canApprove ? (
        <>
          {props.isUpdate ? (
            <label className="coloa-check">
              <input
                checked={isCorrection}
                onChange={(event) => setIsCorrection(event.target.checked)}
                type="checkbox"
              />
              {words.isCorrection}
            </label>
          ) : null}
          <Button disabled={isBusy} id="approve" onClick={() => void approve()} type="button">
            {isBusy ? words.working : words.approve}
          </Button>
          <small>{fill(words.approveEffect, { site: props.site })}</small>
        </>
      ) : null}
      {props.mayReturn ? (
        <ActionForm
          doLabel={words.return}
          fields={[{ name: 'explanation', label: words.explanation, hint: words.returnHint }]}
          onDo={(values) => decide('return', values, words.returned)}
          openLabel={words.return}
          title={words.return}
        />
      ) : null}
      {props.mayDecide ? (
        <ActionForm
          doLabel={words.refuse}
          fields={[
            { name: 'ground', label: words.ground, options: props.grounds },
            { name: 'explanation', label: words.explanation, hint: words.refuseHint },
          ]}
          onDo={(values) => decide('refuse', values, words.refused)}
          openLabel={words.refuse}
          title={words.refuse}
        />
      ) : null}
    </section>
  )
}

/** Why something cannot be done, in words. */
const Standing = (props: Props & { words: Words }) => {
  const { words } = props
  if (!props.isWaiting) return <p>{words.noLongerWaiting}</p>
  if (props.isChangedSince) return <p className="coloa-attention">{words.itemChanged}</p>
  if (props.isOwn && !props.mayDecide) return <p className="coloa-attention">{words.ownWork}</p>
  if (!props.mayDecide && !props.mayReturn) return <p>{words.readOnly}</p>
  return null
}
