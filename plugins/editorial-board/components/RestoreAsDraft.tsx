'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { usePathname, useRouter } from 'next/navigation'
import { useState } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { wordsOf } from '../words.ts'

/**
 * Takes the place of "Restore this version", which writes what is public: the older text becomes the draft, and the board
 * decides about it as about any other.
 */
export const RestoreAsDraft = () => {
  const { i18n } = useTranslation()
  const words = wordsOf(i18n.language)
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const [, admin, collection, id, version] =
    /^(.*)\/collections\/([^/]+)\/([^/]+)\/versions\/([^/]+)$/.exec(usePathname() ?? '') ?? []
  if (!collection) return null

  const restore = async () => {
    setIsBusy(true)
    try {
      const answer = await fetch(`/api/${collection}/versions/${version}?draft=true&depth=0`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'accept-language': i18n.language },
      })
      if (answer.ok) {
        toast.success(words.restored)
        router.push(`${admin}/collections/${collection}/${id}`)
        return
      }
      const { errors } = (await answer.json().catch(() => ({}))) as {
        errors?: { message?: string }[]
      }
      toast.error(errors?.[0]?.message ?? words.failed)
    } catch {
      toast.error(words.offline)
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <LiveButton
      buttonStyle="primary"
      disabled={isBusy}
      id="action-restore-as-draft"
      onClick={() => void restore()}
      size="small"
      type="button"
    >
      {words.restoreAsDraft}
    </LiveButton>
  )
}
