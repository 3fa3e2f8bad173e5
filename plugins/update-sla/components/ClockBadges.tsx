import type { UIFieldServerProps } from 'payload'
import { openScreen } from '../screens/openScreen.ts'
import { readClocksOf } from '../screens/readClocks.ts'
import { obligationLabel } from '../screens/obligationLabel.ts'
import { ClockStanding } from './ClockStanding.tsx'
import '#kit/admin/admin.css'
import './sla.css'

/** On a document's page: the clocks that run on it, each due, left or late. */
export const ClockBadges = async (
  props: UIFieldServerProps & {
    id?: number | string
    /** Field of the document that names what the clocks are about, and its collection; the document itself otherwise. */
    via?: { field: string; collection: string }
  },
) => {
  const { req, via } = props
  const subject = via ? (props.data as Record<string, unknown> | undefined)?.[via.field] : props.id
  const id = Number(typeof subject === 'object' && subject ? Reflect.get(subject, 'id') : subject)
  if (!Number.isInteger(id) || id <= 0) return null
  const screen = await openScreen(req, new Date())
  const clocks = await readClocksOf(req, via?.collection ?? props.collectionSlug, id)
  if (clocks.length === 0) return null
  return (
    <section className="coloa-state coloa-badges">
      <h3>{screen.words.badgeHead}</h3>
      <ul>
        {clocks.map((clock) => (
          <li key={clock.id}>
            <a href={`/admin/sla/clocks/${clock.id}`}>{obligationLabel(screen, clock)}</a>
            <ClockStanding clock={clock} screen={screen} />
            {screen.owners.size > 1 ? <small>{screen.owners.get(clock.owner)?.name}</small> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
