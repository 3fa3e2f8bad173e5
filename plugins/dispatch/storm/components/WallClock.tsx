'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { fill } from '#domain/text/fill.ts'
import { wallWords } from './wallWords.ts'
import type { WallWords } from './wallWords.ts'

/** The time since something is on the air, or until it will be, by the second. */
export const WallClock = ({ since }: { since: string }) => {
  const { i18n } = useTranslation()
  const words = wallWords(i18n.language)
  const [now, setNow] = useState<number>()
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = now === undefined ? 0 : Math.floor((now - Date.parse(since)) / 1000)
  return (
    <p>
      {seconds < 0 ? words.clockAhead : words.clock}{' '}
      <span className="coloa-wall-clock" role="timer">
        {now === undefined ? '…' : clockText(Math.abs(seconds), words)}
      </span>
    </p>
  )
}

const DAY = 86_400

const clockText = (seconds: number, words: WallWords): string => {
  if (seconds >= DAY) return fill(words.days, { n: Math.floor(seconds / DAY) })
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}
