'use client'
import { useFormFields } from '@payloadcms/ui'
import { useMemo } from 'react'
import type { PanelInput } from '../panel/input.ts'

const names = [
  'title',
  'text',
  'spokenText',
  'priority',
  'messageKind',
  'site',
  'areas',
  'deviceGroups',
  'audio',
] as const

/** The bulletin as it stands on the screen, saved or not. */
export const useBulletinForm = (): PanelInput => {
  const text = useFormFields(([fields]) =>
    JSON.stringify(Object.fromEntries(names.map((name) => [name, fields[name]?.value ?? null]))),
  )
  return useMemo(() => inputOf(JSON.parse(text) as Record<string, unknown>), [text])
}

const inputOf = (values: Record<string, unknown>): PanelInput => ({
  title: wordsIn(values.title),
  text: wordsIn(values.text),
  spokenText: wordsIn(values.spokenText),
  priority: (values.priority ?? 'normal') as PanelInput['priority'],
  messageKind: (values.messageKind ?? 'alert') as PanelInput['messageKind'],
  site: idOf(values.site),
  areas: idsOf(values.areas),
  deviceGroups: idsOf(values.deviceGroups),
  audio: idOf(values.audio),
})

const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '')

const idOf = (value: unknown): number | null => {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value
  return id === null || id === undefined || !Number.isInteger(Number(id)) ? null : Number(id)
}

const idsOf = (value: unknown): number[] =>
  Array.isArray(value)
    ? value.flatMap((one: unknown) => {
        const id = idOf(one)
        return id === null ? [] : [id]
      })
    : []
