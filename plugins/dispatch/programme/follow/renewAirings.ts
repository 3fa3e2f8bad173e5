import type { ClientBase } from 'pg'
import { giveWay, placePriority } from '#domain/dispatch/programme/placeItem.ts'
import { applyChanges, dropAiring } from '../airings/changeAiring.ts'
import { readAirings } from '../airings/airing.ts'
import type { Airing } from '../airings/airing.ts'
import { issueAiring } from '../airings/issueAiring.ts'
import { noteAiring } from '../airings/noteAiring.ts'
import { openClash } from '../clashes/openClash.ts'
import { itemOf, readProgramme } from '../readProgramme.ts'
import { tellCommune } from '../tell/tellCommune.ts'

/**
 * Airings to come take the text, length and priority their bulletin has now; devices that have the old text are sent the
 * new one. Where an item has become longer, normal items after it give way. One that would outlast its bulletin is dropped.
 */
export const renewAirings = async (
  client: ClientBase,
  offerId: string,
  now: Date,
): Promise<void> => {
  const coming = await readAirings(
    client,
    `a.offer_id = $1 and a.state in ('planned', 'undecided', 'sent') and a.starts_at > $2`,
    [offerId, now],
  )
  const { rows } = await client.query<{ seconds: number; priority: Airing['priority'] }>(
    'select seconds, priority from dispatch.offers where id = $1',
    [offerId],
  )
  const [offer] = rows
  if (!offer) return
  for (const before of coming) {
    const airing = { ...before, ...offer, version: before.version + 1 }
    if (isTooLate(airing)) {
      await dropAiring(client, before, { why: 'expired' })
      await tellCommune(client, { what: 'expired', airing: before })
      continue
    }
    await client.query(
      `update dispatch.airings set seconds = $2, priority = $3, version = $4, changed_at = clock_timestamp() where id = $1`,
      [airing.id, airing.seconds, airing.priority, airing.version],
    )
    await noteAiring(client, { airingId: airing.id, event: 'renewed', detail: { seq: airing.seq } })
    if (airing.state === 'sent') await issueAiring(client, airing, 'update')
    if (airing.state !== 'undecided') await makeRoom(client, airing, now)
  }
}

const isTooLate = ({ startsAt, seconds, expiresAt }: Airing): boolean =>
  expiresAt !== null && startsAt.getTime() + seconds * 1000 > expiresAt.getTime()

/** A longer item needs room; a priority one that now reaches into another waits for a decision. */
const makeRoom = async (client: ClientBase, airing: Airing, now: Date): Promise<void> => {
  const programme = await readProgramme(client, { ...airing, now })
  if (airing.priority === 'normal') {
    await applyChanges(client, giveWay(programme))
    return
  }
  const { clashes, changes } = placePriority(programme, itemOf(airing, now))
  await applyChanges(client, changes)
  const [ours] = clashes
  if (ours) await openClash(client, { ours: ours.id, theirs: airing, oursAt: ours.startsAt, now })
}
