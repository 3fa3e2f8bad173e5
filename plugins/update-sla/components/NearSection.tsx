import { fill } from '#domain/text/fill.ts'
import type { Screen } from '../screens/openScreen.ts'
import type { ClockRow } from '../screens/readClocks.ts'
import { ClockTable } from './ClockTable.tsx'

/** The first of some clocks with the way to all of them. */
export const NearSection = (props: {
  id: string
  title: string
  empty: string
  near: { clocks: ClockRow[]; total: number }
  seeAll: string
  screen: Screen
}) => {
  const { near, screen } = props
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {near.total === 0 ? (
        <p>{props.empty}</p>
      ) : (
        <ClockTable clocks={near.clocks} screen={screen} />
      )}
      {near.total > near.clocks.length ? (
        <p>
          <a href={props.seeAll}>{fill(screen.words.seeAll, { n: near.total })}</a>
        </p>
      ) : null}
    </section>
  )
}
