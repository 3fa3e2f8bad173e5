import type { PayloadRequest } from 'payload'
import type { PoolClient } from 'pg'
import { inTransaction } from '#kit/inTransaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { readAiring } from '../airings/airing.ts'
import type { Airing } from '../airings/airing.ts'
import { programmeError } from '../errors.ts'
import { lockUnit } from '../lockUnit.ts'
import { poolOf } from '../poolOf.ts'
import { deciderOf, demandDecider } from '../rights.ts'
import type { Act } from '../rights.ts'

/** Every verb: who asks, which version they saw, and when. */
export type Asked = { req: PayloadRequest; id: string; version: number; now: Date }

/** A bulletin before a commune. */
export type Offer = {
  id: string
  unitCode: string
  priority: 'priority' | 'normal'
  state: 'offered' | 'accepted' | 'declined' | 'withdrawn' | 'expired'
  seconds: number
  expiresAt: Date | null
  version: number
}

/** What a verb works with: the commune's programme is locked until it ends. */
export type Work<T> = { client: PoolClient; by: number } & T

/**
 * Does something with an offer as the version the person saw, alone in the commune's programme.
 *
 * @throws PortalError offer_missing, not_of_commune, chair_decides, stale_version
 */
export const onOffer = async <T>(
  { req, id, version, now }: Asked,
  act: 'arrange' | 'refuse',
  work: (of: Work<{ offer: Offer }>) => Promise<T>,
): Promise<T> => {
  const known = await unitOf(req, 'offers', id)
  if (!known) throw programmeError('offer_missing')
  const by = await demandDecider(req, known.unit, deciderOf(actOn(act, known.priority), now))
  return inTransaction(poolOf(req), async (client) => {
    await lockUnit(client, known.unit)
    const { rows } = await client.query<Offer>(
      `select id, unit_code as "unitCode", priority, state, seconds, expires_at as "expiresAt", version
       from dispatch.offers where id = $1 for update`,
      [id],
    )
    const [offer] = rows
    if (!offer) throw programmeError('offer_missing')
    if (offer.version !== version) throw programmeError('stale_version')
    return work({ client, by, offer })
  })
}

/**
 * The same with an airing.
 *
 * @throws PortalError airing_missing, not_of_commune, chair_decides, stale_version, airing_over
 */
export const onAiring = async <T>(
  { req, id, version, now }: Asked,
  act: 'arrange' | 'refuse',
  work: (of: Work<{ airing: Airing }>) => Promise<T>,
): Promise<T> => {
  const known = await unitOf(req, 'airings', id)
  if (!known) throw programmeError('airing_missing')
  const by = await demandDecider(req, known.unit, deciderOf(actOn(act, known.priority), now))
  return inTransaction(poolOf(req), async (client) => {
    await lockUnit(client, known.unit)
    const airing = await readAiring(client, id)
    if (!airing) throw programmeError('airing_missing')
    if (airing.version !== version) throw programmeError('stale_version')
    const isOpen = ['planned', 'undecided', 'sent'].includes(airing.state)
    if (!isOpen || airing.startsAt <= now) throw programmeError('airing_over')
    return work({ client, by, airing })
  })
}

/**
 * Whoever arranges something beside an airing arranges that airing, too.
 *
 * @throws PortalError those of `demandDecider`
 */
export const demandArranger = (
  req: PayloadRequest,
  { unitCode, priority }: Airing,
  now: Date,
): Promise<number> => demandDecider(req, unitCode, deciderOf(actOn('arrange', priority), now))

const actOn = (act: 'arrange' | 'refuse', priority: Offer['priority']): Act =>
  priority === 'normal'
    ? 'arrange_normal'
    : act === 'arrange'
      ? 'arrange_priority'
      : 'refuse_priority'

const unitOf = async (req: PayloadRequest, table: 'offers' | 'airings', id: string) => {
  const { rows } = await poolOf(req).query<{ unit: string; priority: Offer['priority'] }>(
    `select unit_code as unit, priority from dispatch.${table} where id = $1`,
    [uuidOrNull(id)],
  )
  return rows[0]
}

/** Notes a state an offer has come to, by somebody. */
export const setOfferState = async (
  client: PoolClient,
  of: {
    id: string
    state: Offer['state']
    event: 'accepted' | 'declined' | 'reopened'
    by: number
    reason?: string | undefined
  },
): Promise<void> => {
  await client.query(
    `update dispatch.offers set state = $2, version = version + 1, changed_at = clock_timestamp() where id = $1`,
    [of.id, of.state],
  )
  await client.query(
    'insert into dispatch.offer_events (offer_id, event, by_user, reason) values ($1, $2, $3, $4)',
    [of.id, of.event, of.by, of.reason ?? null],
  )
}

/**
 * A reason somebody gives for what others will ask about.
 *
 * @throws PortalError reason_missing
 */
export const demandReason = (reason: string | undefined): string => {
  const text = reason?.trim()
  if (!text) throw programmeError('reason_missing')
  return text
}
