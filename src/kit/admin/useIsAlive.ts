'use client'
import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether the page has come to life: what the server wrote stands there before it, and does nothing when clicked. */
export const useIsAlive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
