'use client'
import { useTranslation } from '@payloadcms/ui'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { proofWords } from './proofWords.ts'

/** Opens the browser's print dialog. */
export const PrintPage = () => {
  const { i18n } = useTranslation()
  return (
    <LiveButton onClick={() => window.print()} size="small" type="button">
      {proofWords(i18n.language).print}
    </LiveButton>
  )
}
