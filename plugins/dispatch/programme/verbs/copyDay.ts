import type { PayloadRequest } from 'payload'
import { addDays, instantOf, timeOf } from '#domain/dispatch/programme/localDay.ts'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import { inTransaction } from '#kit/inTransaction.ts'
import { PortalError } from '#kit/portalError.ts'
import type { PoolClient } from 'pg'
import { readAirings } from '../airings/airing.ts'
import type { Airing } from '../airings/airing.ts'
import { makeAiring } from '../airings/makeAiring.ts'
import { placePriority } from '../airings/placePriority.ts'
import { stageNow } from '../airings/stageDue.ts'
import { lockUnit } from '../lockUnit.ts'
import { poolOf } from '../poolOf.ts'
import { deciderOf, demandDecider } from '../rights.ts'
import { demandPlace } from './demandPlace.ts'

/** What became of each item of the copied day. */
export type Copied = { made: number; left: { title: string; code: string }[] }

/**
 * Puts the programme of one day on another, at the same times; what does not fit there is left out and named.
 *
 * @throws PortalError not_of_commune, chair_decides
 */
export const copyDay = async (of: {
  req: PayloadRequest
  unitCode: string
  medium: Medium
  from: string
  to: string
  now: Date
}): Promise<Copied> => {
  const { req, unitCode, now } = of
  const by = await demandDecider(req, unitCode, deciderOf('arrange_normal', now))
  return inTransaction(poolOf(req), async (client) => {
    await lockUnit(client, unitCode)
    const items = await readAirings(
      client,
      `a.unit_code = $1 and a.medium = $2 and a.state in ('planned', 'sent', 'aired')
       and a.starts_at >= $3 and a.starts_at < $4`,
      [
        unitCode,
        of.medium,
        new Date(instantOf(of.from, '00:00')),
        new Date(instantOf(addDays(of.from, 1), '00:00')),
      ],
    )
    const copied: Copied = { made: 0, left: [] }
    for (const item of items) {
      const code = await copyItem(client, item, { to: of.to, by, now })
      if (code === undefined) copied.made += 1
      else copied.left.push({ title: item.title, code })
    }
    return copied
  })
}

const copyItem = async (
  client: PoolClient,
  item: Airing,
  { to, by, now }: { to: string; by: number; now: Date },
): Promise<string | undefined> => {
  const { rows } = await client.query<{ state: string }>(
    'select state from dispatch.offers where id = $1',
    [item.offerId],
  )
  if (rows[0]?.state !== 'accepted') return 'offer_closed'
  const startsAt = new Date(instantOf(to, timeOf(item.startsAt.getTime())))
  try {
    await demandPlace(client, { ...item, startsAt, isOutsideFramesMeant: true, now })
  } catch (error) {
    if (error instanceof PortalError) return error.code
    throw error
  }
  if (item.priority === 'priority') {
    await placePriority(client, { ...item, startsAt, now, by })
    return undefined
  }
  const made = await makeAiring(client, { ...item, startsAt, state: 'planned', by })
  await stageNow(client, made.id, now)
  return undefined
}
