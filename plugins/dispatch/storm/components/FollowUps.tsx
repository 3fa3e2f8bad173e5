'use client'
import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { stormWords } from '../stormWords.ts'
import { followUpWords } from './followUpWords.ts'
import type { FollowUp } from '../wall/readFollowUp.ts'
import '#kit/admin/forms/forms.css'
import './storm.css'

const HOURS = ['1', '2', '4', '6', '12', '24', '48']

/** What follows an emergency: other words, another end, the all-clear, a new bulletin in its place; two presses each. */
export const FollowUps = (props: FollowUp) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const said = followUpWords(i18n.language)
  const act = useAct(props.bulletin)
  const code = props.isCodeNeeded ? (
    <FormField
      isOptional
      kind="code"
      label={fill(said.codeFollowUp, { n: props.codeHolds })}
      name="code"
    />
  ) : null
  return (
    <section className="coloa-wall-acts">
      <OpenForm
        ask={(data) =>
          act('update', data, {
            title: textOf(data, 'title'),
            text: textOf(data, 'text'),
            spokenText: textOf(data, 'spokenText'),
            explanation: textOf(data, 'explanation'),
          })
        }
        doLabel={said.correctDo}
        done={() => said.corrected}
        effect={said.correctEffect}
        goTo={wallOf}
        openLabel={said.correct}
        title={said.correctTitle}
      >
        <FormField label={words.title} name="title" value={props.title} />
        <FormField kind="long" label={words.text} name="text" value={props.text} />
        <FormField
          hint={words.spokenHint}
          isOptional
          kind="long"
          label={words.spoken}
          name="spokenText"
        />
        <FormField label={said.why} name="explanation" value={said.correct} />
        {code}
      </OpenForm>
      <OpenForm
        ask={(data) =>
          act('update', data, {
            expiresAt: hourFromNow(Number(textOf(data, 'hours'))),
            explanation: textOf(data, 'explanation'),
          })
        }
        doLabel={said.prolongDo}
        done={() => said.prolonged}
        effect={said.prolongEffect}
        goTo={wallOf}
        openLabel={said.prolong}
        title={said.prolongTitle}
      >
        <FormField
          label={said.prolongFor}
          name="hours"
          options={HOURS.map((n) => [n, fill(words.hoursOf, { n })] as const)}
          value="6"
        />
        <FormField label={said.why} name="explanation" value={said.prolong} />
        {code}
      </OpenForm>
      <OpenForm
        ask={(data) =>
          act('end', data, {
            type: textOf(data, 'type'),
            explanation: textOf(data, 'explanation'),
          })
        }
        doLabel={said.endDo}
        done={() => said.ended}
        effect={said.endEffect}
        goTo={wallOf}
        openLabel={said.endIt}
        title={said.endTitle}
      >
        <FormField
          label={said.endType}
          name="type"
          options={[
            ['expired', said.end_expired],
            ['error', said.end_error],
          ]}
          value="expired"
        />
        <FormField label={said.why} name="explanation" value={said.end_expired} />
        {code}
      </OpenForm>
      <a href={`/admin/storm?supersedes=${props.bulletin}`}>{said.supersede}</a>
    </section>
  )
}

type Body = Record<string, string>

/** Pressed again with the same content it is the same act; another content is another. */
const useAct = (bulletin: number) => {
  const [keys] = useState(() => new Map<string, string>())
  return (act: 'update' | 'end', data: FormData, { expiresAt, ...body }: Body) => {
    const typed = [...data.entries()].filter(([name]) => name !== 'code')
    const content = JSON.stringify([act, typed])
    const key = keys.get(content) ?? crypto.randomUUID()
    keys.set(content, key)
    const kept = keys.get(`${key} until`) ?? expiresAt ?? ''
    keys.set(`${key} until`, kept)
    const code = textOf(data, 'code')
    return {
      path: `/dispatch/storm/${bulletin}/${act}`,
      body: {
        key,
        ...body,
        ...(kept === '' ? {} : { expiresAt: kept }),
        ...(code === '' ? {} : { code }),
      },
    }
  }
}

const wallOf = ({ log, seq }: Record<string, unknown>): string =>
  `/admin/storm/${String(log)}~${String(seq)}`

const hourFromNow = (hours: number): string =>
  new Date(Date.now() + hours * 3_600_000).toISOString()
