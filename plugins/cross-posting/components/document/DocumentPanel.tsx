'use client'
import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import '#kit/admin/admin.css'
import { crossPostingWords } from '../crossPostingWords.ts'
import { documentWords } from './documentWords.ts'
import '../crossPosting.css'
import { CopyLines } from './CopyLines.tsx'
import { OfferForm } from './OfferForm.tsx'
import { SentLines } from './SentLines.tsx'
import { useExchange } from './useExchange.ts'

/** Beside a document: where it was taken from and whether it still says the same, or where it was sent; and the way to send it. */
export const DocumentPanel = () => {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  const words = crossPostingWords(i18n.language)
  const said = documentWords(i18n.language)
  const { exchange, reload } = useExchange()
  if (id === undefined || !collectionSlug || !exchange) return null
  const { copy, sent, receivers, isProposal } = exchange
  if (!copy && sent.length === 0 && receivers.length === 0) return null
  const shown = { words, language: i18n.language }
  return (
    <section aria-label={said.panel} className="coloa-state">
      <h3>{said.panel}</h3>
      {copy ? (
        <CopyLines
          {...shown}
          copy={copy}
          collection={collectionSlug}
          id={Number(id)}
          isHandler={exchange.isHandler}
          site={exchange.site.name}
        />
      ) : null}
      {sent.length > 0 ? <SentLines said={said} sent={sent} words={words} /> : null}
      {receivers.length > 0 ? (
        <OfferForm
          collection={collectionSlug}
          id={Number(id)}
          isProposal={isProposal}
          onDone={reload}
          receivers={receivers}
        />
      ) : null}
    </section>
  )
}
