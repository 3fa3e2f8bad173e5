'use client'
import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { DocumentState } from '../desk/readDocumentState.ts'

const CHANGED = 'coloa:document-state'

/** Tells every component on the page that the document's state has changed. */
export const announceChange = (): void => {
  window.dispatchEvent(new Event(CHANGED))
}

/** The state of the document on the page; fetched again after each save and each decision. */
export const useDocumentState = (): DocumentState | undefined => {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [state, setState] = useState<DocumentState>()
  const load = useCallback(async () => {
    if (id === undefined || !collectionSlug) return
    const answer = await fetch(`/api/editorial-board/documents/${collectionSlug}/${id}`, {
      credentials: 'include',
      headers: { 'accept-language': i18n.language },
    }).catch(() => undefined)
    if (answer?.ok) setState((await answer.json()) as DocumentState)
  }, [id, collectionSlug, i18n.language])
  useEffect(() => {
    const run = () => void load()
    run()
    window.addEventListener(CHANGED, run)
    return () => window.removeEventListener(CHANGED, run)
  }, [load, lastUpdateTime])
  return state
}
