'use client'
import { useLocale, useTranslation } from '@payloadcms/ui'
import '#kit/admin/admin.css'
import './forms.css'
import { formsWordsOf } from '../formsWords.ts'
import { ReceiverLines } from './ReceiverLines.tsx'
import { ScreenPreview } from './ScreenPreview.tsx'
import { SizeLines } from './SizeLines.tsx'
import { SpokenPart } from './SpokenPart.tsx'
import { useBulletinForm } from './useBulletinForm.ts'
import { useOutlook } from './useOutlook.ts'

/** Beside a bulletin's text: how it is read, how long it is, who receives it in which form, and how boards show it. */
export const BulletinPanel = () => {
  const { i18n } = useTranslation()
  const { code: locale } = useLocale()
  const words = formsWordsOf(i18n.language)
  const input = useBulletinForm()
  const outlook = useOutlook(input, words, i18n.language)
  return (
    <section aria-label={words.panel} className="coloa-state coloa-forms">
      <h2>{words.panel}</h2>
      {locale === 'vi' ? (
        <SpokenPart input={input} language={i18n.language} outlook={outlook} words={words} />
      ) : (
        <p>{words.onlyVietnamese}</p>
      )}
      {outlook ? (
        <>
          <SizeLines language={i18n.language} sizes={outlook.sizes} words={words} />
          <ReceiverLines receivers={outlook.receivers} words={words} />
        </>
      ) : null}
      <ScreenPreview
        input={input}
        language={i18n.language}
        screens={outlook?.receivers.screens ?? []}
        words={words}
      />
    </section>
  )
}
