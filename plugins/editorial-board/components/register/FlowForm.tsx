'use client'
import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { Flow, FlowStep } from '#domain/board/flow.ts'
import type { Section } from '../../options.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { flowWords } from './flowWords.ts'
import type { FlowWords } from './flowWords.ts'
import { OpenForm } from './OpenForm.tsx'
import { registerWordsOf } from './registerWords.ts'
import type { Choice } from '#kit/admin/forms/choice.ts'
import { textOf } from '#kit/admin/forms/textsOf.ts'

const BACK = 'back-to-ready'

/** Sets the flow of a board for a content type or section: a ready-made one with its own numbers, or back to what all take. */
export const FlowForm = (props: {
  log: string
  kinds: readonly Choice[]
  sections: readonly Section[]
  ready: readonly Flow[]
}) => {
  const { i18n } = useTranslation()
  const words = registerWordsOf(i18n.language)
  const said = flowWords(i18n.language)
  const text = (label: { vi: string; en: string }) => (i18n.language === 'en' ? label.en : label.vi)
  const [code, setCode] = useState('')
  const flow = props.ready.find((one) => one.code === code)
  return (
    <OpenForm
      ask={(data) => {
        const category = Number(textOf(data, 'category'))
        const collection = textOf(data, 'collection')
        const body = {
          log: props.log,
          ...(collection ? { collection } : {}),
          ...(category ? { category } : {}),
          flow: flow ? withNumbers(flow, data) : null,
          document: textOf(data, 'document'),
        }
        return { path: '/flows', body }
      }}
      doLabel={said.setFlow}
      done={() => said.setFlowDone}
      effect={said.setFlowEffect}
      openLabel={said.setFlow}
      title={said.setFlowTitle}
    >
      <FormField
        empty={said.allKinds}
        isOptional
        label={said.flowKind}
        name="collection"
        options={props.kinds}
      />
      {props.sections.length > 0 ? (
        <FormField
          empty={said.allSections}
          isOptional
          label={said.flowSection}
          name="category"
          options={props.sections.map((one) => [String(one.id), one.name] as const)}
        />
      ) : null}
      <FormField
        empty={words.choose}
        label={said.flowChoice}
        name="flow"
        onChange={(event) => setCode(event.target.value)}
        options={[
          ...props.ready.map((one) => [one.code, text(one.name)] as const),
          [BACK, said.flowBack] as const,
        ]}
      />
      {flow?.steps.map((step) => (
        <Step key={`${flow.code}${step.key}`} said={said} step={step} title={text(step.label)} />
      ))}
      <FormField hint={said.rulesHint} label={said.rules} name="document" />
    </OpenForm>
  )
}

const Step = (props: { step: FlowStep; title: string; said: FlowWords }) => {
  const { step, title, said } = props
  return (
    <fieldset className="coloa-numbers">
      <legend>{title}</legend>
      <FormField
        kind="number"
        label={said.quorum}
        min="1"
        step="1"
        name={`${step.key}-quorum`}
        value={String(step.quorum)}
      />
      <FormField
        kind="number"
        label={said.limitHours}
        min="0.25"
        name={`${step.key}-limit`}
        value={String(step.limitHours)}
      />
      <FormField
        isOptional
        kind="number"
        label={said.urgentHours}
        min="0.25"
        name={`${step.key}-urgent`}
        value={step.urgentHours === undefined ? '' : String(step.urgentHours)}
      />
    </fieldset>
  )
}

const withNumbers = (flow: Flow, data: FormData): Flow => ({
  ...flow,
  steps: flow.steps.map((step) => {
    const numbered = {
      ...step,
      quorum: Number(textOf(data, `${step.key}-quorum`)),
      limitHours: Number(textOf(data, `${step.key}-limit`)),
    }
    const urgentHours = Number(textOf(data, `${step.key}-urgent`))
    if (urgentHours > 0) return { ...numbered, urgentHours }
    delete numbered.urgentHours
    return numbered
  }),
})
