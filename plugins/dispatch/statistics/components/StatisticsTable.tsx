import { fill } from '#domain/text/fill.ts'
import { Folded } from '#kit/admin/Folded.tsx'
import type { OpenStatistics } from '../openStatistics.ts'
import { sumOf } from '../readStatistics.ts'
import { statisticsColumns } from '../statisticsColumns.ts'
import type { StatisticsWords } from '../statisticsWords.ts'

/** So many rows are shown at once on a screen; on paper all are. */
const MOST_OPEN = 30

/** The figures, a row for each month, body, commune, topic, level or form. */
export const StatisticsTable = (props: { opened: OpenStatistics; words: StatisticsWords }) => {
  const { words } = props
  const { asked, rows, unit } = props.opened
  const isReached = asked.by === 'commune' || unit !== undefined
  const headOf = (column: (typeof statisticsColumns)[number]) =>
    column === 'bulletins' && isReached ? words.bulletinsReached : words[column]
  // In a form or a commune a bulletin is counted again.
  const total = asked.by === 'form' || asked.by === 'commune' ? undefined : sumOf(rows)
  const locale = words.language === 'en' ? 'en-GB' : 'vi-VN'
  const more = rows.slice(MOST_OPEN)
  const table = (shown: typeof rows) => (
    <table className="coloa-table coloa-labelled coloa-compact coloa-statistics">
      <thead>
        <tr>
          <th scope="col">{words[`by_${asked.by}`]}</th>
          {statisticsColumns.map((column) => (
            <th key={column} scope="col">
              {headOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={row.key}>
            <th data-label={words[`by_${asked.by}`]} scope="row">
              {row.label}
            </th>
            {statisticsColumns.map((column) => (
              <td data-label={headOf(column)} key={column}>
                {row[column].toLocaleString(locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {total && shown.at(-1) === rows.at(-1) ? (
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {statisticsColumns.map((column) => (
              <td data-label={headOf(column)} key={column}>
                <strong>{total[column].toLocaleString(locale)}</strong>
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
  return (
    <>
      {table(rows.slice(0, MOST_OPEN))}
      {more.length > 0 ? (
        <Folded summary={fill(words.more, { n: more.length })}>{table(more)}</Folded>
      ) : null}
      {asked.by === 'form' ? <p>{words.formNote}</p> : null}
    </>
  )
}
