'use client'
import { useTranslation } from '@payloadcms/ui'
import { fill } from '#domain/text/fill.ts'
import { stormWords } from '../stormWords.ts'
import { wallWords } from './wallWords.ts'
import { percentOf } from '../wall/percentOf.ts'
import type { Counts } from '../wall/readWall.ts'

/** What waits, what failed, and the first minute, in numbers. */
export const WallNumbers = ({ total }: { total: Counts }) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const said = wallWords(i18n.language)
  const minute = fill(said.firstMinuteText, {
    playing: percentOf(total.playingAtOnce, total.targets),
    proven: percentOf(total.provenAtOnce, total.targets),
  })
  const numbers = [
    [said.rung_targets, total.targets, false],
    [words.waiting, total.waiting, false],
    [said.unconfirmed, total.unconfirmed, false],
    [words.failedCount, total.failed, total.failed > 0],
    [said.refused, total.refused, total.refused > 0],
    [said.superseded, total.superseded, false],
    [said.firstMinute, minute, false],
  ] as const
  return (
    <dl className="coloa-wall-numbers">
      {numbers.map(([name, value, isBad]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={isBad ? 'coloa-late' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
