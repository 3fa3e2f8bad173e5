'use client'
import { useEffect, useState } from 'react'
import type { StormBody, StormDraft } from './stormForm.ts'

/** What was sent last, and under which key: the same text goes under the same key, over a reload too. */
export type Sent = { key: string; body: StormBody }

type Kept = { at: string; draft: StormDraft; sent?: Sent }

/**
 * What was typed, kept in this browser until it is sent: a reload, a closed window or a lost line loses nothing.
 *
 * @param name of the place it is kept at; another person and another site have their own
 */
export const useStormDraft = (name: string, begin: StormDraft, isFresh: boolean) => {
  const [draft, setDraft] = useState(begin)
  const [sent, setSent] = useState<Sent>()
  const [restoredAt, setRestoredAt] = useState<string>()

  useEffect(() => {
    if (isFresh) return
    const kept = read(name)
    if (!kept) return
    setDraft({ ...begin, ...kept.draft })
    setSent(kept.sent)
    setRestoredAt(kept.at)
    // Once, when the page has come to life.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [name])

  const keep = (next: StormDraft, nextSent?: Sent) => {
    try {
      localStorage.setItem(
        name,
        JSON.stringify({
          at: new Date().toISOString(),
          draft: next,
          sent: nextSent,
        } satisfies Kept),
      )
    } catch {
      // A browser that keeps nothing still sends.
    }
  }
  return {
    draft,
    sent,
    restoredAt,
    change: (part: Partial<StormDraft>) => {
      const next = { ...draft, ...part }
      setDraft(next)
      keep(next, sent)
    },
    noteSent: (next: Sent) => {
      setSent(next)
      keep(draft, next)
    },
    clear: () => {
      localStorage.removeItem(name)
      setDraft(begin)
      setSent(undefined)
      setRestoredAt(undefined)
    },
  }
}

const read = (name: string): Kept | undefined => {
  try {
    const text = localStorage.getItem(name)
    return text ? (JSON.parse(text) as Kept) : undefined
  } catch {
    return undefined
  }
}
