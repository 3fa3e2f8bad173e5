'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useRef, useState } from 'react'
import type { Obligation } from '#domain/sla/obligation.ts'
import { fill } from '#domain/text/fill.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { postJson } from '#kit/admin/postJson.ts'
import { FormField } from './FormField.tsx'
import { obligationWords } from './obligationWords.ts'
import { revisionFrom } from './revisionFrom.ts'
import { RungFields } from './RungFields.tsx'
import { TermsFields } from './TermsFields.tsx'
import { dayText } from './validityText.ts'

/**
 * A new version of an obligation: opens below its button, keeps what was typed when it is refused and says why.
 *
 * @param props.earliest the first day it may hold from
 */
export const RevisionForm = (props: {
  definition: Obligation
  version: number
  earliest: string
}) => {
  const { definition, version } = props
  const { language } = useTranslation().i18n
  const words = obligationWords(language)
  const router = useRouter()
  const title = useId()
  const root = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])

  const close = () => {
    setIsOpen(false)
    setProblems([])
    requestAnimationFrame(() => root.current?.querySelector('button')?.focus())
  }
  const save = async (form: HTMLFormElement) => {
    setIsBusy(true)
    const data = new FormData(form)
    const answer = await postJson<{ version: number }>(
      `/update-sla/obligations/${definition.code}/versions`,
      revisionFrom(definition, version, data),
      { ...words, language },
    )
    setIsBusy(false)
    if (!answer.ok) {
      setProblems(answer.messages)
      return
    }
    const from = data.get('validFrom')
    toast.success(
      fill(words.saved, {
        n: answer.value.version,
        from: dayText(typeof from === 'string' ? from : ''),
      }),
    )
    close()
    router.refresh()
  }

  if (!isOpen) {
    return (
      <div className="coloa-no-print" ref={root}>
        <LiveButton buttonStyle="secondary" onClick={() => setIsOpen(true)} size="small">
          {words.revise}
        </LiveButton>
      </div>
    )
  }
  return (
    <div className="coloa-no-print" ref={root}>
      <form
        aria-labelledby={title}
        className="coloa-action coloa-revision"
        onSubmit={(event) => {
          event.preventDefault()
          void save(event.currentTarget)
        }}
      >
        <h2 id={title}>{words.revise}</h2>
        <p>{words.reviseIntro}</p>
        <fieldset className="coloa-group">
          <legend>{words.terms}</legend>
          <TermsFields definition={definition} words={words} />
        </fieldset>
        <h3>{words.ladder}</h3>
        {definition.ladder.map((rung, index) => (
          <RungFields key={rung.code} number={index + 1} rung={rung} words={words} />
        ))}
        <fieldset className="coloa-group">
          <legend>{words.telling}</legend>
          <FormField
            label={words.notify}
            name="mode"
            options={[
              ['immediate', words.optionImmediate],
              ['digest', words.optionDigest],
            ]}
            value={definition.mode ?? 'immediate'}
          />
          <FormField
            hint={words.quietHint}
            isOptional
            kind="time"
            label={words.quietFrom}
            name="quietFrom"
            value={definition.quietHours?.from ?? ''}
          />
          <FormField
            isOptional
            kind="time"
            label={words.quietTo}
            name="quietTo"
            value={definition.quietHours?.to ?? ''}
          />
        </fieldset>
        <fieldset className="coloa-group">
          <legend>{words.validity}</legend>
          <FormField kind="date" label={words.validFrom} name="validFrom" value={props.earliest} />
          <FormField
            hint={words.validToHint}
            isOptional
            kind="date"
            label={words.validTo}
            name="validTo"
            optional={words.optional}
          />
          <FormField isOptional label={words.document} name="document" optional={words.optional} />
          <FormField kind="long" label={words.reason} name="reason" />
        </fieldset>
        {problems.length > 0 ? (
          <div className="coloa-problem" role="alert">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </div>
        ) : null}
        <div className="coloa-buttons">
          <LiveButton disabled={isBusy} size="small" type="submit">
            {isBusy ? words.working : words.save}
          </LiveButton>
          <LiveButton
            buttonStyle="secondary"
            disabled={isBusy}
            onClick={close}
            size="small"
            type="button"
          >
            {words.cancel}
          </LiveButton>
        </div>
      </form>
    </div>
  )
}
