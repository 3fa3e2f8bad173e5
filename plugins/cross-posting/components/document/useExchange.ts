'use client'
import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { DocumentExchange } from '../../screens/readDocument.ts'

/** What cross-posting knows of the document on the page; asked again after each save and on demand. */
export const useExchange = (): {
  exchange: DocumentExchange | null
  reload: () => void
} => {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [exchange, setExchange] = useState<DocumentExchange | null>(null)
  const load = useCallback(async () => {
    if (id === undefined || !collectionSlug) return
    const answer = await fetch(`/api/cross-posting/documents/${collectionSlug}/${id}`, {
      credentials: 'include',
      headers: { 'accept-language': i18n.language },
    }).catch(() => undefined)
    if (!answer?.ok) return
    const { document } = (await answer.json()) as { document: DocumentExchange | null }
    setExchange(document)
  }, [id, collectionSlug, i18n.language])
  const reload = useCallback(() => void load(), [load])
  useEffect(reload, [reload, lastUpdateTime])
  return { exchange, reload }
}
