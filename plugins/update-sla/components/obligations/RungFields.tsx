'use client'
import { fill } from '#domain/text/fill.ts'
import type { Audience, Rung } from '#domain/sla/obligation.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { rungAmountOf, rungUnits } from './durationFields.ts'
import type { ObligationWords } from './obligationWords.ts'
import type { RevisionWords } from './revisionWords.ts'

const audiences: readonly Audience[] = ['editor', 'unitHead', 'ops', 'managingBody']

/** A step of a ladder as fields: when, whom, how grave. */
export const RungFields = (props: {
  rung: Rung
  number: number
  words: ObligationWords
  form: RevisionWords
}) => {
  const { rung, words, form } = props
  const { unit, amount } = rungAmountOf(rung.when)
  return (
    <fieldset className="coloa-group">
      <legend>{fill(form.rung, { n: props.number })}</legend>
      <FormField
        kind="number"
        label={form.rungAmount}
        min="0"
        name={`${rung.code}-amount`}
        step="1"
        value={amount}
      />
      <FormField
        label={form.rungUnit}
        name={`${rung.code}-unit`}
        options={rungUnits.map(([value, word]) => [value, form[word]] as const)}
        value={unit}
      />
      <FormField
        label={form.severity}
        name={`${rung.code}-severity`}
        options={[
          ['notice', words.notice],
          ['warning', words.warning],
          ['breach', words.breach],
        ]}
        value={rung.severity}
      />
      <fieldset className="coloa-told-to">
        <legend>{form.told}</legend>
        {audiences.map((audience) => (
          <label className="coloa-check" key={audience}>
            <input
              defaultChecked={rung.to.includes(audience)}
              name={`${rung.code}-to`}
              type="checkbox"
              value={audience}
            />
            {words[audience]}
          </label>
        ))}
      </fieldset>
    </fieldset>
  )
}
