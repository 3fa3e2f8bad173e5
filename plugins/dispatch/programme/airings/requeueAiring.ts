import type { ClientBase } from 'pg'
import { nearestSlot } from '#domain/dispatch/programme/freeSlot.ts'
import { spanOf } from '#domain/dispatch/programme/plan.ts'
import { readProgramme } from '../readProgramme.ts'
import { tellCommune } from '../tell/tellCommune.ts'
import type { Airing } from './airing.ts'
import { makeAiring } from './makeAiring.ts'
import { noteAiring } from './noteAiring.ts'
import { reopenIfBare } from './reopenIfBare.ts'

/** Devices need a moment before the new time. */
const LEAD_MS = 5 * 60_000

/**
 * Closes an airing that was not heard to its end. It gets the next free place in the frames, once where nothing is known to
 * have gone wrong but the devices; without a place its offer waits in the inbox again. The commune is told either way.
 */
export const requeueAiring = async (
  client: ClientBase,
  of: {
    airing: Airing
    becomes: 'missed' | 'interrupted'
    why: string
    /** The emergency that cut into it. */
    interruptedBy?: string | null
    now: Date
  },
): Promise<Airing | null> => {
  const { airing, now } = of
  const again = (await mayAirAgain(client, of)) ? await place(client, airing, now) : null
  await client.query(
    `update dispatch.airings set state = $2, interrupted_by = $3, requeued_as = $4, version = version + 1,
       changed_at = clock_timestamp() where id = $1`,
    [airing.id, of.becomes, of.interruptedBy ?? null, again?.id ?? null],
  )
  await noteAiring(client, {
    airingId: airing.id,
    event: of.becomes,
    detail: { why: of.why, ...(again ? { again: again.startsAt.toISOString() } : {}) },
  })
  if (!again) await reopenIfBare(client, airing.offerId)
  await tellCommune(client, { what: of.becomes, airing, again })
  return again
}

/** What an emergency cut, or nobody sent, always; what devices did not play, once. */
const mayAirAgain = async (
  client: ClientBase,
  of: { airing: Airing; becomes: string; why: string },
): Promise<boolean> => {
  if (of.why === 'unconfirmed') return false
  if (of.becomes === 'interrupted' || of.why === 'not_sent') return true
  const { rowCount } = await client.query(
    `select from dispatch.airings where requeued_as = $1 and state = 'missed'`,
    [of.airing.id],
  )
  return rowCount === 0
}

const place = async (client: ClientBase, airing: Airing, now: Date): Promise<Airing | null> => {
  const { rows } = await client.query<{ state: string }>(
    'select state from dispatch.offers where id = $1',
    [airing.offerId],
  )
  if (rows[0]?.state !== 'accepted') return null
  const { items, framesOn } = await readProgramme(client, { ...airing, now })
  const from = now.getTime() + LEAD_MS
  const startsAt = nearestSlot({
    busy: items.filter((one) => one.id !== airing.id).map((one) => spanOf(one)),
    framesOn,
    seconds: airing.seconds,
    wanted: from,
    from,
    until: airing.expiresAt?.getTime(),
  })
  if (startsAt === undefined) return null
  return makeAiring(client, {
    offerId: airing.offerId,
    medium: airing.medium,
    startsAt: new Date(startsAt),
    detail: { insteadOf: airing.id },
  })
}
