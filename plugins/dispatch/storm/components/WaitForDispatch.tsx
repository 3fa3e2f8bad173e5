'use client'
import { useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { stormWords } from '../stormWords.ts'

const EVERY_MS = 400

/** Stands where a wall will be in a moment, and opens it when it is there. */
export const WaitForDispatch = ({ name }: { name: string }) => {
  const { i18n } = useTranslation()
  const router = useRouter()
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const answer = await fetch(`/api/dispatch/wall/${encodeURIComponent(name)}`, {
        credentials: 'include',
      }).catch(() => undefined)
      if (isOver || !answer?.ok) return
      isOver = true
      clearInterval(timer)
      const { id } = (await answer.json()) as { id: string }
      router.replace(`/admin/storm/${id}`)
    }
    const timer = setInterval(() => void ask(), EVERY_MS)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [name, router])
  return <p role="status">{stormWords(i18n.language).preparing}</p>
}
