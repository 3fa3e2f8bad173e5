import { fill } from '#domain/text/fill.ts'
import { momentText } from '#kit/admin/momentText.ts'
import { classText, offsetText, standingText, storageText } from '../board/boardText.ts'
import type { BoardRow } from '../board/readBoard.ts'
import type { Words } from '../registryWords.ts'

/** Devices with what they told last; on a phone without what says nothing. */
export const BoardTable = (props: {
  rows: readonly BoardRow[]
  words: Words
  language: string
}) => {
  const { words, language } = props
  const heads = ['standing', 'device', 'seen', 'playing', 'volume', 'storage', 'offset'] as const
  return (
    <table className="coloa-table coloa-compact">
      <thead>
        <tr>
          {heads.map((one) => (
            <th key={one} scope="col">
              {words[one]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <td
              className={
                row.standing === 'lost' || row.standing === 'silent' ? 'coloa-late' : undefined
              }
              data-label={words.standing}
            >
              <strong>{standingText(row, words)}</strong>
              {row.downSince ? (
                <small>{fill(words.since, { at: momentText(row.downSince, language) })}</small>
              ) : null}
            </td>
            <td className="coloa-own-line" data-label={words.device}>
              <a href={`/admin/device-board/${row.id}`}>{row.name}</a>
              <small>
                {row.unitName} · {classText(row.deviceClass, words)} · {row.code}
                {row.gateway ? ` · ${row.gateway}` : ''}
              </small>
            </td>
            <td
              // Since then it is lost: said already.
              className={row.standing === 'lost' ? 'coloa-spared' : 'coloa-own-line'}
              data-label={words.seen}
            >
              {row.seenAt ? momentText(row.seenAt, language) : words.never}
            </td>
            <td
              className={row.standing === 'up' && row.playing ? undefined : 'coloa-spared'}
              data-label={words.playing}
            >
              {(row.standing === 'up' ? row.playing : null) ?? '–'}
            </td>
            <td data-label={words.volume}>
              {row.volume === null ? '–' : `${Math.round(row.volume)} %`}
            </td>
            <td data-label={words.storage}>{storageText(row.storageFree, language)}</td>
            <td
              className={
                Math.abs(row.offsetMs ?? 0) >= 2000
                  ? 'coloa-late'
                  : Math.abs(row.offsetMs ?? 0) < 500
                    ? 'coloa-spared'
                    : undefined
              }
              data-label={words.offset}
            >
              {offsetText(row.offsetMs, words, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
