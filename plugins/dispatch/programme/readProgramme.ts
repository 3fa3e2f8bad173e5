import type { ClientBase } from 'pg'
import type { Item, Medium } from '#domain/dispatch/programme/plan.ts'
import type { Programme } from '#domain/dispatch/programme/placeItem.ts'
import { readAirings } from './airings/airing.ts'
import type { Airing } from './airings/airing.ts'
import { readFrames } from './readFrames.ts'

/** What of a commune's programme on one medium is still to come, with its frames. */
export const readProgramme = async (
  client: Pick<ClientBase, 'query'>,
  of: { unitCode: string; medium: Medium; now: Date },
): Promise<Programme> => {
  const airings = await readAirings(
    client,
    `a.unit_code = $1 and a.medium = $2 and a.state in ('planned', 'undecided', 'sent')
     and a.starts_at > $3::timestamptz - interval '6 hours'`,
    [of.unitCode, of.medium, of.now],
  )
  return {
    items: airings.map((one) => itemOf(one, of.now)),
    framesOn: await readFrames(client, of.unitCode, of.medium),
    now: of.now.getTime(),
  }
}

/** An airing as the plan sees it. */
export const itemOf = (
  airing: Pick<Airing, 'id' | 'priority' | 'startsAt' | 'seconds' | 'expiresAt'>,
  now: Date,
): Item => ({
  id: airing.id,
  priority: airing.priority,
  startsAt: airing.startsAt.getTime(),
  seconds: airing.seconds,
  until: airing.expiresAt?.getTime(),
  isFixed: airing.startsAt <= now,
})
