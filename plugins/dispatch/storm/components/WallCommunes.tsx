'use client'
import { useTranslation } from '@payloadcms/ui'
import { fill } from '#domain/text/fill.ts'
import { Folded } from '#kit/admin/Folded.tsx'
import { stormWords } from '../stormWords.ts'
import { wallWords } from './wallWords.ts'
import { percentOf } from '../wall/percentOf.ts'
import type { WallCommune } from '../wall/readWall.ts'

/** So many are shown at once of those that need somebody. */
const MOST_OPEN = 8

/** Commune by commune, failures first; those without failure or waiting stand behind one line with their number. */
export const WallCommunes = ({ communes }: { communes: readonly WallCommune[] }) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const said = wallWords(i18n.language)
  const troubled = communes.filter((one) => !isCalm(one))
  const calm = communes.filter(isCalm)
  const more = troubled.slice(MOST_OPEN)
  return (
    <section>
      <h2>{words.communes}</h2>
      {communes.length === 0 ? <p>{said.communesEmpty}</p> : null}
      {troubled.length > 0 ? <CommuneTable communes={troubled.slice(0, MOST_OPEN)} /> : null}
      {more.length > 0 ? (
        <Folded summary={fill(said.communesMore, { n: more.length })}>
          <CommuneTable communes={more} />
        </Folded>
      ) : null}
      {calm.length > 0 ? (
        <Folded summary={fill(said.communesCalm, { n: calm.length })}>
          <CommuneTable communes={calm} />
        </Folded>
      ) : null}
    </section>
  )
}

const isCalm = ({ failed, refused, waiting }: WallCommune): boolean =>
  failed + refused + waiting === 0

const CommuneTable = ({ communes }: { communes: readonly WallCommune[] }) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const said = wallWords(i18n.language)
  const share = (part: number, whole: number) => fill(words.percent, { n: percentOf(part, whole) })
  return (
    <table className="coloa-table coloa-labelled coloa-compact">
      <thead>
        <tr>
          <th scope="col">{words.commune}</th>
          <th scope="col">{words.failedCount}</th>
          <th scope="col">{words.waiting}</th>
          <th scope="col">{words.devices}</th>
          <th scope="col">{words.received}</th>
          <th scope="col">{said.playing}</th>
          <th scope="col">{words.played}</th>
          <th scope="col">{words.proven}</th>
        </tr>
      </thead>
      <tbody>
        {communes.map((one) => {
          const failed = one.failed + one.refused
          return (
            <tr key={one.unit}>
              <td data-label={words.commune}>
                <a href={`?unit=${encodeURIComponent(one.unit)}#devices`}>{one.name}</a>
              </td>
              <td
                className={failed > 0 ? 'coloa-number coloa-late' : 'coloa-number'}
                data-label={words.failedCount}
              >
                {failed}
              </td>
              <td className="coloa-number" data-label={words.waiting}>
                {one.waiting}
              </td>
              <td className="coloa-number" data-label={words.devices}>
                {one.targets}
              </td>
              <td className="coloa-number" data-label={words.received}>
                {share(one.received, one.targets)}
              </td>
              <td className="coloa-number" data-label={said.playing}>
                {share(one.playing, one.targets)}
              </td>
              <td className="coloa-number" data-label={words.played}>
                {share(one.played, one.targets)}
              </td>
              <td className="coloa-number" data-label={words.proven}>
                {share(one.proven, one.targets)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
