'use client'
import { useState } from 'react'
import type { ComponentProps } from 'react'
import { ActButton } from '#kit/admin/ActButton.tsx'
import { ShownOnce } from './ShownOnce.tsx'

/** A button whose answer holds a secret, which takes its place and is shown once. */
export const SecretButton = (
  props: Omit<ComponentProps<typeof ActButton>, 'onDone'> & { shows: 'token' | 'secret' },
) => {
  const { shows, ...act } = props
  const [secret, setSecret] = useState<string>()
  if (secret) return <ShownOnce secret={secret} />
  return (
    <ActButton
      {...act}
      onDone={(answer) => {
        const value = answer[shows]
        if (typeof value === 'string') setSecret(value)
      }}
    />
  )
}
