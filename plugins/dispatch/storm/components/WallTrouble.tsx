'use client'
import { useTranslation } from '@payloadcms/ui'
import { fill } from '#domain/text/fill.ts'
import { Folded } from '#kit/admin/Folded.tsx'
import { stormWords } from '../stormWords.ts'
import { wallWords } from './wallWords.ts'
import { failureText } from '../wall/failureText.ts'
import { stateText } from '../wall/kindText.ts'
import type { WallDevice } from '../wall/readWall.ts'

/** So many are shown at once. */
const MOST_OPEN = 10

/** Devices that were not reached, and why. */
export const WallTrouble = ({ trouble }: { trouble: readonly WallDevice[] }) => {
  const { i18n } = useTranslation()
  const words = wallWords(i18n.language)
  const more = trouble.slice(MOST_OPEN)
  return (
    <section>
      <h2>{words.trouble}</h2>
      {trouble.length === 0 ? (
        <p>{words.troubleEmpty}</p>
      ) : (
        <TroubleTable trouble={trouble.slice(0, MOST_OPEN)} />
      )}
      {more.length > 0 ? (
        <Folded summary={fill(words.troubleMore, { n: more.length })}>
          <TroubleTable trouble={more} />
        </Folded>
      ) : null}
    </section>
  )
}

const TroubleTable = ({ trouble }: { trouble: readonly WallDevice[] }) => {
  const { i18n } = useTranslation()
  const words = stormWords(i18n.language)
  const said = wallWords(i18n.language)
  return (
    <table className="coloa-table coloa-compact">
      <thead>
        <tr>
          <th scope="col">{words.device}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{said.channel}</th>
          <th scope="col">{words.attempts}</th>
          <th scope="col">{said.lastError}</th>
        </tr>
      </thead>
      <tbody>
        {trouble.map((one) => (
          <tr key={one.id}>
            <td data-label={words.device}>
              <strong>{one.name ?? one.code}</strong>
              <small>
                {one.unitName ?? one.unit} · {one.code}
              </small>
            </td>
            <td
              className={one.state === 'queued' ? undefined : 'coloa-late'}
              data-label={words.state}
            >
              {stateText(one.state, words)}
            </td>
            <td data-label={said.channel}>
              {one.channel.toUpperCase()}
              {one.alternate ? <small>→ {one.alternate.toUpperCase()}</small> : null}
            </td>
            <td className="coloa-number" data-label={words.attempts}>
              {one.attempts}
            </td>
            <td className="coloa-own-line" data-label={said.lastError}>
              {failureText(one.lastError, i18n.language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
