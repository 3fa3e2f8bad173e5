import { clockTitle } from '../screens/clockTitle.ts'
import { itemHref } from '../screens/itemHref.ts'
import { obligationLabel } from '../screens/obligationLabel.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { ClockRow } from '../screens/readClocks.ts'
import { ClockStanding } from './ClockStanding.tsx'

/** Clocks as a table, due time first. */
export const ClockTable = ({ clocks, screen }: { clocks: readonly ClockRow[]; screen: Screen }) => {
  const { words, owners } = screen
  return (
    <table className="coloa-table">
      <thead>
        <tr>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.task}</th>
          <th scope="col">{words.obligation}</th>
          <th scope="col">{words.owner}</th>
        </tr>
      </thead>
      <tbody>
        {clocks.map((clock) => {
          const href = itemHref(screen.req, clock)
          return (
            <tr key={clock.id}>
              <td data-label={words.due}>
                <ClockStanding clock={clock} screen={screen} />
              </td>
              <td className="coloa-task" data-label={words.task}>
                <a href={`/admin/sla/clocks/${clock.id}`}>{clockTitle(screen, clock)}</a>
                {href ? (
                  <small>
                    <a href={href}>{words.openItem}</a>
                  </small>
                ) : null}
              </td>
              <td data-label={words.obligation}>{obligationLabel(screen, clock)}</td>
              <td data-label={words.owner}>{owners.get(clock.owner)?.name ?? clock.owner}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
