'use client'
import { useTranslation } from '@payloadcms/ui'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { stormWords } from '../stormWords.ts'

/** Opens the browser's print dialog. */
export const PrintPage = () => {
  const { i18n } = useTranslation()
  return (
    <LiveButton onClick={() => window.print()} size="small" type="button">
      {stormWords(i18n.language).print}
    </LiveButton>
  )
}
