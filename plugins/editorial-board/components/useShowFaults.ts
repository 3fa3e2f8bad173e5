'use client'
import { useForm, useLocale } from '@payloadcms/ui'
import type { FieldFault } from '#kit/admin/postJson.ts'

/** Shows what the board's API found wrong at the fields on the screen, in the language that is on it. */
export const useShowFaults = (): ((faults: readonly FieldFault[]) => void) => {
  const { dispatchFields, setSubmitted } = useForm()
  const { code } = useLocale()
  return (faults) => {
    const errors = faults
      .filter(({ locale = code }) => locale === code)
      .map(({ path, message }) => ({ path, message }))
    if (errors.length === 0) return
    dispatchFields({ type: 'ADD_SERVER_ERRORS', errors })
    setSubmitted(true) // before, fields keep their faults to themselves
  }
}
