import type { ClientBase } from 'pg'
import { placePriority } from '#domain/dispatch/programme/placeItem.ts'
import type { Bulletin } from '../../bulletin.ts'
import { readAirings } from '../airings/airing.ts'
import { applyChanges, moveAiring } from '../airings/changeAiring.ts'
import { settleAiring } from '../airings/placePriority.ts'
import { closeMoot } from '../clashes/closeMoot.ts'
import { openClash } from '../clashes/openClash.ts'
import { itemOf, readProgramme } from '../readProgramme.ts'

/**
 * A priority bulletin whose air time was changed by its board takes its airings along, as far as they are still where its old
 * time had put them: what the commune has moved by itself stays.
 */
export const followTime = async (
  client: ClientBase,
  of: { offerId: string; was: Date | null; bulletin: Bulletin; now: Date },
): Promise<void> => {
  const { bulletin, was, now } = of
  const startsAt = bulletin.broadcastAt ? new Date(bulletin.broadcastAt) : null
  if (bulletin.priority !== 'priority' || !was || !startsAt) return
  if (startsAt <= now || startsAt.getTime() === was.getTime()) return
  const airings = await readAirings(
    client,
    `a.offer_id = $1 and a.made_by is null and a.starts_at = $2 and a.state in ('planned', 'undecided', 'sent')`,
    [of.offerId, was],
  )
  for (const airing of airings) {
    const moved = await moveAiring(client, airing, { startsAt, why: 'proposed_time' })
    await closeMoot(client, airing.id, { by: null, now })
    const programme = await readProgramme(client, { ...moved, now })
    const { clashes, changes } = placePriority(programme, itemOf(moved, now))
    await applyChanges(client, changes)
    const [ours] = clashes
    if (ours) await openClash(client, { ours: ours.id, theirs: moved, oursAt: ours.startsAt, now })
    else await settleAiring(client, moved, { now })
  }
}
