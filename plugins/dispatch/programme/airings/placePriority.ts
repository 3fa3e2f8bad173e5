import type { ClientBase } from 'pg'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import { placePriority as planPriority } from '#domain/dispatch/programme/placeItem.ts'
import { openClash } from '../clashes/openClash.ts'
import { itemOf, readProgramme } from '../readProgramme.ts'
import type { Airing } from './airing.ts'
import { applyChanges } from './changeAiring.ts'
import { makeAiring } from './makeAiring.ts'
import { stageNow } from './stageDue.ts'

/**
 * Puts a priority offer on the programme at a time: normal items give way; with another priority item there the named person
 * of the commune decides (S-12.2, H-12.2), and until then it is undecided.
 */
export const placePriority = async (
  client: ClientBase,
  of: {
    offerId: string
    unitCode: string
    medium: Medium
    startsAt: Date
    now: Date
    by?: number | null
  },
): Promise<Airing> => {
  const { now, by } = of
  const programme = await readProgramme(client, of)
  const airing = await makeAiring(client, { ...of, state: 'undecided' })
  const { clashes, changes } = planPriority(programme, itemOf(airing, now))
  const [ours] = clashes
  if (ours) {
    await openClash(client, { ours: ours.id, theirs: airing, oursAt: ours.startsAt, now })
    return airing
  }
  await applyChanges(client, changes)
  return settleAiring(client, airing, { now, by })
}

/** What was undecided is planned, and given to the devices when it is time. */
export const settleAiring = async (
  client: ClientBase,
  airing: Airing,
  of: { now: Date; by?: number | null | undefined },
): Promise<Airing> => {
  await client.query(
    `update dispatch.airings set state = 'planned', changed_at = clock_timestamp() where id = $1 and state = 'undecided'`,
    [airing.id],
  )
  await stageNow(client, airing.id, of.now)
  return { ...airing, state: 'planned' }
}
