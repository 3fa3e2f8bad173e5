'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { FormField } from '#kit/admin/forms/FormField.tsx'
import { OpenForm } from '#kit/admin/forms/OpenForm.tsx'
import { textOf } from '#kit/admin/forms/textsOf.ts'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import type { EnrolmentCode } from '../enrolment/makeCode.ts'
import type { KeyPair } from '../keys/makeKeyPair.ts'
import { keyWords } from './keyWords.ts'
import './registry.css'

/**
 * Makes a pair, whose private half is gone with the page, or enters a public key; for a board in a browser makes the code by
 * which it enters its own.
 */
export const KeyForms = (props: { deviceId: number; hasKey: boolean; isPage: boolean }) => {
  const { deviceId, hasKey } = props
  const words = keyWords(useTranslation().i18n.language)
  const [pair, setPair] = useState<KeyPair>()
  const [made, setMade] = useState<EnrolmentCode>()
  const shared = (
    <>
      <FormField isOptional label={words.label} name="label" />
      {hasKey ? (
        <FormField
          hint={words.overlapHint}
          kind="number"
          label={words.overlap}
          min="0"
          name="overlapDays"
          step="1"
          value="7"
        />
      ) : null}
    </>
  )
  const saying = (act: 'codeMake' | 'keyMake' | 'keyEnter') => ({
    doLabel: words[`${act}Do`],
    effect: words[`${act}Effect`],
    openLabel: words[act],
    title: words[`${act}Title`],
  })
  const bodyOf = (data: FormData) => ({
    label: textOf(data, 'label'),
    ...(hasKey ? { overlapDays: textOf(data, 'overlapDays') } : {}),
  })
  return (
    <div className="coloa-acts">
      {pair ? <Secret pair={pair} /> : null}
      {made ? <OnceShown made={made} /> : null}
      {props.isPage ? (
        <OpenForm
          {...saying('codeMake')}
          ask={() => ({ path: `/dispatch/devices/${deviceId}/keys/code`, body: {} })}
          done={(answer) => {
            setMade(answer as EnrolmentCode)
            return words.codeMade
          }}
        >
          {null}
        </OpenForm>
      ) : null}
      <OpenForm
        {...saying('keyMake')}
        ask={(data) => ({ path: `/dispatch/devices/${deviceId}/keys/make`, body: bodyOf(data) })}
        done={(answer) => {
          setPair(answer as KeyPair)
          return words.keyMade
        }}
      >
        {shared}
      </OpenForm>
      <OpenForm
        {...saying('keyEnter')}
        ask={(data) => ({
          path: `/dispatch/devices/${deviceId}/keys`,
          body: { ...bodyOf(data), publicKey: textOf(data, 'publicKey') },
        })}
        done={() => words.keyEntered}
      >
        <FormField kind="long" label={words.publicKey} name="publicKey" />
        {shared}
      </OpenForm>
    </div>
  )
}

const OnceShown = ({ made }: { made: EnrolmentCode }) => {
  const { language } = useTranslation().i18n
  const id = useId()
  const label = fill(keyWords(language).codeLabel, {
    at: momentText(made.validUntil, language),
  })
  return (
    <div className="coloa-attention coloa-secret" role="status">
      <label htmlFor={id}>{label}</label>
      <input id={id} readOnly type="text" value={made.code} />
    </div>
  )
}

const Secret = ({ pair }: { pair: KeyPair }) => {
  const words = keyWords(useTranslation().i18n.language)
  const id = useId()
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    toast.success(words.copied)
  }
  return (
    <div className="coloa-attention coloa-secret" role="status">
      <label htmlFor={`${id}-pem`}>{words.secretPem}</label>
      <textarea id={`${id}-pem`} readOnly rows={4} value={pair.privatePem} />
      <label htmlFor={`${id}-raw`}>{words.secretRaw}</label>
      <input id={`${id}-raw`} readOnly type="text" value={pair.privateKey} />
      <LiveButton
        buttonStyle="secondary"
        onClick={() => void copy(pair.privatePem)}
        size="small"
        type="button"
      >
        {words.copy}
      </LiveButton>
    </div>
  )
}
