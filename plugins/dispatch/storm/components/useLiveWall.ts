'use client'
import { useEffect, useRef, useState } from 'react'
import type { Wall } from '../wall/readWall.ts'

const BUSY_MS = 1500
const CALM_MS = 8000

/** A wall as of now; `staleSince` is when the last answer came, once answers stay away. */
export type Live = { wall: WallAnswer; staleSince: string | undefined; refresh: () => void }

/** A wall, and when its dispatch was cancelled, by somebody else perhaps. */
export type WallAnswer = Wall & { endedAt: string | null }

/**
 * Asks again every moment while something moves, seldom when all is settled, and not at all while nobody looks. What has not
 * changed is not sent again.
 */
export const useLiveWall = (dispatchId: string, begin: WallAnswer): Live => {
  const [wall, setWall] = useState(begin)
  const [staleSince, setStaleSince] = useState<string>()
  const [turn, setTurn] = useState(0)
  const tag = useRef('')
  const lastAt = useRef(new Date().toISOString())
  const isMoving =
    wall.total.proven + wall.total.failed + wall.total.superseded < wall.total.targets
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      if (document.hidden) return
      try {
        const answer = await fetch(`/api/dispatch/wall/${dispatchId}`, {
          credentials: 'include',
          headers: tag.current === '' ? {} : { 'if-none-match': tag.current },
          cache: 'no-store',
        })
        if (isOver) return
        if (answer.status !== 304 && !answer.ok) throw new Error(String(answer.status))
        lastAt.current = new Date().toISOString()
        setStaleSince(undefined)
        if (answer.status === 304) return
        tag.current = answer.headers.get('etag') ?? ''
        setWall((await answer.json()) as WallAnswer)
      } catch {
        if (!isOver) setStaleSince(lastAt.current)
      }
    }
    const timer = setInterval(() => void ask(), isMoving ? BUSY_MS : CALM_MS)
    if (turn > 0) void ask()
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [dispatchId, isMoving, turn])
  return { wall, staleSince, refresh: () => setTurn((before) => before + 1) }
}
