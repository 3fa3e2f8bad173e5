'use client'
import { Button } from '@payloadcms/ui'
import type { ComponentProps } from 'react'
import { useIsAlive } from './useIsAlive.ts'

/** Payload's button, greyed until a click does something: on a slow line the page stands there before its scripts do. */
export const LiveButton = (props: ComponentProps<typeof Button>) => {
  const isAlive = useIsAlive()
  return <Button {...props} disabled={Boolean(props.disabled) || !isAlive} />
}
