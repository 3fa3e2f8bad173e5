'use client'
import { useTranslation } from '@payloadcms/ui'
import { useRef } from 'react'
import type { Obligation } from '#domain/sla/obligation.ts'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { obligationWords } from './obligationWords.ts'
import { revisionWords } from './revisionWords.ts'
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
  const { language } = useTranslation().i18n
  const words = obligationWords(language)
  const form = revisionWords(language)
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
      doLabel={form.save}
      done={(answer) => fill(form.saved, { n: Number(answer.version), from: from.current })}
      effect={form.reviseIntro}
      openLabel={form.revise}
      title={form.revise}
    >
      <div className="coloa-revision">
        <fieldset className="coloa-group">
          <legend>{form.terms}</legend>
          <TermsFields definition={definition} words={form} />
        </fieldset>
        <h4>{form.ladder}</h4>
        {definition.ladder.map((rung, index) => (
          <RungFields form={form} key={rung.code} number={index + 1} rung={rung} words={words} />
        ))}
        <fieldset className="coloa-group">
          <legend>{form.telling}</legend>
          <FormField
            label={form.notify}
            name="mode"
            options={[
              ['immediate', form.optionImmediate],
              ['digest', form.optionDigest],
            ]}
            value={definition.mode ?? 'immediate'}
          />
          <FormField
            hint={form.quietHint}
            isOptional
            kind="time"
            label={form.quietFrom}
            name="quietFrom"
            value={definition.quietHours?.from ?? ''}
          />
          <FormField
            isOptional
            kind="time"
            label={form.quietTo}
            name="quietTo"
            value={definition.quietHours?.to ?? ''}
          />
        </fieldset>
        <fieldset className="coloa-group">
          <legend>{form.validity}</legend>
          <FormField kind="date" label={form.validFrom} name="validFrom" value={props.earliest} />
          <FormField
            hint={form.validToHint}
            isOptional
            kind="date"
            label={`${form.validTo} ${form.optional}`}
            name="validTo"
          />
          <FormField isOptional label={`${form.document} ${form.optional}`} name="document" />
          <FormField kind="long" label={form.reason} name="reason" />
        </fieldset>
      </div>
    </OpenForm>
  )
}
