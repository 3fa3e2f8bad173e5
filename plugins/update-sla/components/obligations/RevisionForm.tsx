'use client'
import { useTranslation } from '@payloadcms/ui'
import { useRef } from 'react'
import type { Obligation } from '#domain/sla/obligation.ts'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { obligationWords } from './obligationWords.ts'
import { revisionFrom } from './revisionFrom.ts'
import { RungFields } from './RungFields.tsx'
import { TermsFields } from './TermsFields.tsx'
import { dayText } from './validityText.ts'

/**
 * A new version of an obligation.
 *
 * @param props.earliest the first day it may hold from
 */
export const RevisionForm = (props: {
  definition: Obligation
  version: number
  earliest: string
}) => {
  const { definition, version } = props
  const words = obligationWords(useTranslation().i18n.language)
  const from = useRef('')
  return (
    <OpenForm
      ask={(data) => {
        from.current = dayText(textOf(data, 'validFrom'))
        return {
          path: `/update-sla/obligations/${definition.code}/versions`,
          body: revisionFrom(definition, version, data),
        }
      }}
      doLabel={words.save}
      done={(answer) => fill(words.saved, { n: Number(answer.version), from: from.current })}
      effect={words.reviseIntro}
      openLabel={words.revise}
      title={words.revise}
    >
      <div className="coloa-revision">
        <fieldset className="coloa-group">
          <legend>{words.terms}</legend>
          <TermsFields definition={definition} words={words} />
        </fieldset>
        <h4>{words.ladder}</h4>
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
            label={`${words.validTo} ${words.optional}`}
            name="validTo"
          />
          <FormField isOptional label={`${words.document} ${words.optional}`} name="document" />
          <FormField kind="long" label={words.reason} name="reason" />
        </fieldset>
      </div>
    </OpenForm>
  )
}
