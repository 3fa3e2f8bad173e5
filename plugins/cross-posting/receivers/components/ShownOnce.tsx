'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useId } from 'react'
import { LiveButton } from '#kit/admin/LiveButton.tsx'
import { receiverWords } from '../receiverWords.ts'

/** A secret that is gone with the page. */
export const ShownOnce = ({ secret }: { secret: string }) => {
  const words = receiverWords(useTranslation().i18n.language)
  const id = useId()
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    toast.success(words.copied)
  }
  return (
    <div className="coloa-attention coloa-receiver-secret" role="status">
      <p>
        <label htmlFor={id}>{words.secretShown}</label>
      </p>
      <input
        id={id}
        onFocus={(event) => event.target.select()}
        readOnly
        type="text"
        value={secret}
      />
      <LiveButton buttonStyle="secondary" onClick={() => void copy()} size="small" type="button">
        {words.copy}
      </LiveButton>
    </div>
  )
}
