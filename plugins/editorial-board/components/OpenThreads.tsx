'use client'
import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { ShownThread } from '../threads/readThreads.ts'
import { threadWordsOf } from '../threads/words.ts'
import { ThreadLinks } from './ThreadLinks.tsx'

/** In the edit view: what the board still wants to talk about, with links to the review page. */
export const OpenThreads = ({ submissionId }: { submissionId: string }) => {
  const { id, collectionSlug } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [threads, setThreads] = useState<ShownThread[]>([])
  useEffect(() => {
    const controller = new AbortController()
    const load = async () => {
      const answer = await fetch(`/api/editorial-board/documents/${collectionSlug}/${id}/threads`, {
        credentials: 'include',
        headers: { 'accept-language': i18n.language },
        signal: controller.signal,
      }).catch(() => undefined)
      if (!answer?.ok) return
      setThreads(((await answer.json()) as { threads: ShownThread[] }).threads)
    }
    void load()
    return () => controller.abort()
  }, [collectionSlug, id, i18n.language, submissionId])
  return (
    <ThreadLinks
      page={`/admin/review/${submissionId}`}
      threads={threads}
      words={threadWordsOf(i18n.language)}
    />
  )
}
