'use client'
import { useTranslation } from '@payloadcms/ui'
import { fill } from '#domain/text/fill.ts'
import { stormWords } from '../stormWords.ts'
import { wallWords } from './wallWords.ts'
import { percentOf } from '../wall/percentOf.ts'
import type { Counts } from '../wall/readWall.ts'

const rungs = ['handed', 'received', 'staged', 'playing', 'played', 'proven'] as const

/** A bar for each rung of the way from being given to being proven. */
export const WallRungs = ({ total }: { total: Counts }) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const said = wallWords(i18n.language)
  return (
    <section>
      <h2>{said.rungs}</h2>
      <ul className="coloa-rungs">
        {rungs.map((one) => {
          const percent = percentOf(total[one], total.targets)
          return (
            <li key={one}>
              <span>{said[`rung_${one}`]}</span>
              <span aria-hidden="true" className="coloa-bar">
                <i style={{ width: `${percent}%` }} />
              </span>
              <span>
                <strong>{fill(words.percent, { n: percent })}</strong> ({total[one]}/{total.targets}
                )
              </span>
            </li>
          )
        })}
      </ul>
      <small>{said.rungNote}</small>
    </section>
  )
}
