'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { fill } from '#domain/text/fill.ts'
import { wordsOf } from '../words.ts'
import type { WordedAct } from '../wordings.ts'
import { ActionForm } from './ActionForm.tsx'
import { ApproveForm } from './ApproveForm.tsx'
import type { Approval, ApproveFormProps } from './ApproveForm.tsx'
import { itemWords } from './itemWords.ts'
import { postToBoard } from './postToBoard.ts'

type Choice = readonly [string, string]

/** What may be decided, and between what one chooses. */
export type DecisionPanelProps = Omit<ApproveFormProps, 'onApprove' | 'templates'> & {
  submissionId: string
  title: string
  /** Where to go after the decision. */
  next: string
  canApprove: boolean
  mayReturn: boolean
  mayRefuse: boolean
  grounds: readonly Choice[]
  /** Accounts a return can go to, the submitter first. */
  clarifiers: readonly Choice[]
  clarifyHours: number
  wordings: Readonly<Record<WordedAct, readonly string[]>>
}

/** The decision on a submission: approve, return, refuse; then on to the next one. */
export const DecisionPanel = (props: DecisionPanelProps) => {
  const { title, wordings } = props
  const { i18n } = useTranslation()
  const words = wordsOf(i18n.language)
  const item = itemWords(i18n.language)
  const router = useRouter()

  const post = <T,>(verb: string, body: unknown) =>
    postToBoard<T>(`/submissions/${props.submissionId}/${verb}`, body, {
      ...words,
      language: i18n.language,
    })
  const goOn = (said: string) => {
    toast.success(said, { duration: 8000 })
    router.push(props.next)
    router.refresh()
  }
  const approve = async (approval: Approval, done: string): Promise<string[]> => {
    const answer = await post<{ outcome: 'waiting' | 'decided' | 'released' }>('approve', approval)
    if (!answer.ok) return answer.messages
    const { outcome } = answer.value
    const said =
      outcome === 'released' ? item.doneReleased : outcome === 'waiting' ? item.doneWaiting : done
    goOn(fill(said, { title }))
    return []
  }
  const sendBack = async ({ person, ...rest }: Record<string, string>): Promise<string[]> => {
    const answer = await post('return', { ...rest, person: Number(person) })
    if (!answer.ok) return answer.messages
    goOn(fill(words.returned, { title }))
    return []
  }
  const refuse = async (values: Record<string, string>): Promise<string[]> => {
    const answer = await post('refuse', values)
    if (!answer.ok) return answer.messages
    goOn(fill(words.refused, { title }))
    return []
  }

  return (
    <>
      {props.canApprove ? (
        <ApproveForm {...props} onApprove={approve} templates={wordings.correct} />
      ) : null}
      {props.mayReturn ? (
        <ActionForm
          doLabel={words.return}
          effect={fill(item.returnEffect, { hours: props.clarifyHours })}
          fields={[
            {
              name: 'explanation',
              label: words.explanation,
              hint: words.returnHint,
              templates: wordings.return,
            },
            {
              name: 'person',
              label: item.returnTo,
              options: props.clarifiers,
              value: props.clarifiers[0]?.[0] ?? '',
            },
            {
              name: 'unit',
              label: item.returnUnit,
              hint: item.returnUnitHint,
              isShort: true,
              isOptional: true,
              maxLength: 200,
            },
          ]}
          onDo={sendBack}
          openLabel={words.return}
          shortcut="r"
          title={words.return}
        />
      ) : null}
      {props.mayRefuse ? (
        <ActionForm
          doLabel={words.refuse}
          effect={item.refuseEffect}
          fields={[
            { name: 'ground', label: words.ground, options: props.grounds },
            {
              name: 'explanation',
              label: words.explanation,
              hint: words.refuseHint,
              templates: wordings.refuse,
            },
          ]}
          onDo={refuse}
          openLabel={words.refuse}
          shortcut="t"
          title={words.refuse}
        />
      ) : null}
    </>
  )
}
