'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { fill } from '#domain/text/fill.ts'
import { useIsAlive } from '#kit/admin/useIsAlive.ts'
import { stormWords } from '../stormWords.ts'
import { composeWords } from './composeWords.ts'
import type { StormDraft, StormFormProps } from './stormForm.ts'

type Props = StormFormProps & { draft: StormDraft; change: (part: Partial<StormDraft>) => void }

const HOURS = [1, 2, 4, 6, 12, 24, 48, 72]

/** What is said, why, and until when; the first field has the focus. */
export const StormText = (props: Props) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const said = composeWords(i18n.language)
  const { draft, change, templates } = props
  const first = useRef<HTMLSelectElement>(null)
  const isAlive = useIsAlive()
  useEffect(() => {
    if (isAlive) first.current?.focus()
  }, [isAlive])
  const take = (code: string) => {
    const found = templates.find((one) => one.code === code)
    change(
      found
        ? {
            template: code,
            title: found.title,
            text: found.text,
            spokenText: '',
            reasonCode: found.reasonCode,
            hours: found.hours,
            isExercise: draft.isExercise || found.reasonCode === props.exerciseReason,
          }
        : { template: '' },
    )
  }
  return (
    <>
      {props.sites.length > 1 ? <SiteChoice {...props} /> : null}
      <Field hint={said.templateHint} label={said.template}>
        {(id) => (
          <select
            {...id}
            disabled={!isAlive}
            onChange={(event) => take(event.target.value)}
            ref={first}
            value={draft.template}
          >
            <option value="">{said.templateNone}</option>
            {templates.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={words.title}>
        {(id) => (
          <input
            {...id}
            maxLength={300}
            onChange={(event) => change({ title: event.target.value })}
            type="text"
            value={draft.title}
          />
        )}
      </Field>
      <Field label={words.text}>
        {(id) => (
          <textarea
            {...id}
            maxLength={5000}
            onChange={(event) => change({ text: event.target.value })}
            rows={5}
            value={draft.text}
          />
        )}
      </Field>
      <Field hint={words.spokenHint} label={words.spoken}>
        {(id) => (
          <textarea
            {...id}
            maxLength={5000}
            onChange={(event) => change({ spokenText: event.target.value })}
            rows={2}
            value={draft.spokenText}
          />
        )}
      </Field>
      <div className="coloa-storm-row">
        <Field label={words.reason}>
          {(id) => (
            <select
              {...id}
              onChange={(event) => change({ reasonCode: event.target.value })}
              value={draft.reasonCode}
            >
              <option value="">{said.reasonEmpty}</option>
              {props.reasons.map(({ code, text }) => (
                <option key={code} value={code}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={said.hours}>
          {(id) => (
            <select
              {...id}
              onChange={(event) => change({ hours: Number(event.target.value) })}
              value={draft.hours}
            >
              {HOURS.map((n) => (
                <option key={n} value={n}>
                  {fill(words.hoursOf, { n })}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field hint={said.explanationHint} label={said.explanation}>
        {(id) => (
          <input
            {...id}
            maxLength={500}
            onChange={(event) => change({ explanation: event.target.value })}
            type="text"
            value={draft.explanation}
          />
        )}
      </Field>
      <Kind {...props} />
    </>
  )
}

const SiteChoice = ({ site, sites }: Props) => {
  const { i18n } = useTranslation()
  const words = composeWords(i18n.language)
  return (
    <Field label={words.site}>
      {(id) => (
        <select
          {...id}
          onChange={(event) => window.location.assign(`/admin/storm?site=${event.target.value}`)}
          value={site.code}
        >
          {sites.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Exercise or real; the city's own control, where there is such a thing. */
const Kind = ({ draft, change, mayOverride, begun }: Props) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const said = composeWords(i18n.language)
  const isReal = begun.supersedes?.isReal ?? false
  return (
    <>
      <label className="coloa-check">
        <input
          checked={draft.isExercise}
          disabled={isReal}
          onChange={(event) => change({ isExercise: event.target.checked })}
          type="checkbox"
        />
        <span>
          {said.exercise}
          <small>{isReal ? said.exerciseNotForReal : said.exerciseHint}</small>
        </span>
      </label>
      {mayOverride ? (
        <label className="coloa-check">
          <input
            checked={draft.isOverride}
            onChange={(event) => change({ isOverride: event.target.checked })}
            type="checkbox"
          />
          <span>
            {said.override}
            <small>{said.overrideHint}</small>
          </span>
        </label>
      ) : null}
      {draft.isOverride ? (
        <Field label={words.overrideReason}>
          {(id) => (
            <input
              {...id}
              maxLength={500}
              onChange={(event) => change({ overrideReason: event.target.value })}
              type="text"
              value={draft.overrideReason}
            />
          )}
        </Field>
      ) : null}
    </>
  )
}

type FieldIds = { id: string; 'aria-describedby': string | undefined }

const Field = (props: { label: string; hint?: string; children: (ids: FieldIds) => ReactNode }) => {
  const id = useId()
  const hintId = props.hint ? `${id}-hint` : undefined
  return (
    <div className="coloa-field">
      <label htmlFor={id}>{props.label}</label>
      {props.hint ? <small id={hintId}>{props.hint}</small> : null}
      {props.children({ id, 'aria-describedby': hintId })}
    </div>
  )
}
