import type { PayloadRequest } from 'payload'
import { fill } from '#domain/text/fill.ts'
import { sqlOf } from '#kit/transaction.ts'
import { boardsOf } from '../desk/boardsOf.ts'
import { emergencyMonths } from '../emergency/emergencyMonths.ts'
import { screenWords } from '../notices/screenWords.ts'

/** How often the boards of the signed-in person used the emergency lane in the last twelve months, and what the reviews said. */
export const EmergencyMonths = async ({ req }: { req: PayloadRequest }) => {
  const words = screenWords(req.i18n.language)
  const boards = await boardsOf(req)
  const names = new Map(boards.map((one) => [one.board, one.name]))
  const months = await emergencyMonths(await sqlOf(req), {
    boards: [...names.keys()],
    months: 12,
    now: new Date(),
  })
  return (
    <section>
      <h2>{words.months}</h2>
      {months.length === 0 ? (
        <p>{words.monthsNone}</p>
      ) : (
        <table className="coloa-table">
          <thead>
            <tr>
              {[
                words.month,
                words.columnSite,
                words.issued,
                words.inTime,
                words.late,
                words.open,
                words.objected,
              ].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((one) => (
              <tr key={`${one.month} ${one.board}`}>
                <td data-label={words.month}>
                  {fill(words.monthOf, { month: one.month.slice(5), year: one.month.slice(0, 4) })}
                </td>
                <td data-label={words.columnSite}>{names.get(one.board) ?? one.board}</td>
                <td data-label={words.issued}>{one.issued}</td>
                <td data-label={words.inTime}>{one.inTime}</td>
                <td className={one.late > 0 ? 'coloa-late' : undefined} data-label={words.late}>
                  {one.late}
                </td>
                <td data-label={words.open}>{one.open}</td>
                <td data-label={words.objected}>{one.objected}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
