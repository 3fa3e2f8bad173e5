'use client'
import type { ReactNode } from 'react'

/** A link to what a notice is about, which notes that it was read. */
export const NoticeOpener = (props: {
  id: number
  href: string
  isUnread: boolean
  children: ReactNode
}) => {
  const note = () => {
    if (!props.isUnread) return
    // Outlives the page that the link leaves.
    void fetch('/api/editorial-board/notices/read', {
      method: 'POST',
      credentials: 'include',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ids: [props.id] }),
    }).catch(() => undefined)
  }
  return (
    <a href={props.href} onAuxClick={note} onClick={note}>
      {props.children}
    </a>
  )
}
