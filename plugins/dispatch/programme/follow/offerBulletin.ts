import type { ClientBase } from 'pg'
import type { Bulletin } from '../../bulletin.ts'
import { placePriority } from '../airings/placePriority.ts'
import type { Followed } from '../followProgramme.ts'
import { lockUnit } from '../lockUnit.ts'
import { communesOf } from './communesOf.ts'
import type { CommuneOf } from './communesOf.ts'
import { endOffers } from './endOffers.ts'
import { followTime } from './followTime.ts'
import { renewAirings } from './renewAirings.ts'
import { secondsOf } from './secondsOf.ts'

/**
 * One offer for each commune of a bulletin's audience; offers that stand are renewed, those of communes that are no longer
 * meant end. A priority bulletin with a time is placed on each commune's day at it.
 */
export const offerBulletin = async (client: ClientBase, followed: Followed): Promise<void> => {
  const { release, bulletin, now } = followed
  const communes = await communesOf(client, release.log, bulletin)
  await endOffers(client, {
    docId: release.docId,
    seq: release.seq,
    except: communes.map((one) => one.unitCode),
    why: 'withdrawn',
    reason: 'not_meant',
    now,
  })
  for (const commune of communes) {
    await lockUnit(client, commune.unitCode)
    const offer = await upsertOffer(client, followed, commune)
    if (!offer) continue
    if (offer.isNew || offer.isRaised)
      await placeAtItsTime(client, followed, { offerId: offer.id, commune })
    else {
      await renewAirings(client, offer.id, now)
      await followTime(client, { offerId: offer.id, was: offer.wasProposedAt, bulletin, now })
    }
  }
}

type Stored = {
  id: string
  /** Never offered before, or ended since. */
  isNew: boolean
  /** It was a normal one and waited. */
  isRaised: boolean
  /** The time its supplier asked for before. */
  wasProposedAt: Date | null
}

const upsertOffer = async (
  client: ClientBase,
  { release, bulletin }: Followed,
  { unitCode, isOwn }: CommuneOf,
): Promise<Stored | undefined> => {
  // What ended comes back as new; what was declined stays so, with the new text beside it.
  const { rows } = await client.query<Stored>(
    `with before as (select id, state, priority, proposed_at from dispatch.offers where doc_id = $1 and unit_code = $4),
     made as (
       insert into dispatch.offers as o (doc_id, log, seq, unit_code, is_own, priority, title, seconds, proposed_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (doc_id, unit_code) do update set seq = excluded.seq, log = excluded.log, is_own = excluded.is_own,
         priority = excluded.priority, title = excluded.title, seconds = excluded.seconds,
         proposed_at = excluded.proposed_at, expires_at = excluded.expires_at, version = o.version + 1,
         state = case when o.state in ('withdrawn', 'expired') then 'offered' else o.state end,
         changed_at = clock_timestamp()
       where o.seq < excluded.seq or o.log <> excluded.log
       returning id
     ), noted as (
       insert into dispatch.offer_events (offer_id, event, seq)
       select m.id, case when b.id is null or b.state in ('withdrawn', 'expired') then 'offered' else 'renewed' end, $3
       from made m left join before b on true returning offer_id, event
     )
     select n.offer_id as id, n.event = 'offered' as "isNew",
       coalesce(b.priority <> $6 and $6 = 'priority' and b.state = 'offered', false) as "isRaised",
       b.proposed_at as "wasProposedAt"
     from noted n left join before b on true`,
    [
      release.docId,
      release.log,
      release.seq,
      unitCode,
      isOwn,
      bulletin.priority,
      bulletin.title,
      await secondsOf(client, bulletin),
      bulletin.broadcastAt ?? null,
      bulletin.expiresAt ?? null,
    ],
  )
  return rows[0]
}

/** A priority bulletin takes its time on the day at once, on every medium the commune has; one without a coming time waits. */
const placeAtItsTime = async (
  client: ClientBase,
  { bulletin, now }: Pick<Followed, 'bulletin' | 'now'>,
  { offerId, commune }: { offerId: string; commune: CommuneOf },
): Promise<void> => {
  const startsAt = comingTime(bulletin, now)
  if (!startsAt) return
  const media = [
    ...(commune.hasRadio ? (['radio'] as const) : []),
    ...(commune.hasBoard ? (['board'] as const) : []),
  ]
  if (media.length === 0) return
  await client.query(
    `update dispatch.offers set state = 'accepted', changed_at = clock_timestamp() where id = $1`,
    [offerId],
  )
  await client.query(
    `insert into dispatch.offer_events (offer_id, event, reason) values ($1, 'accepted', 'placed_by_priority')`,
    [offerId],
  )
  for (const medium of media)
    await placePriority(client, { offerId, unitCode: commune.unitCode, medium, startsAt, now })
}

const comingTime = (bulletin: Bulletin, now: Date): Date | undefined => {
  if (bulletin.priority !== 'priority' || !bulletin.broadcastAt) return undefined
  const at = new Date(bulletin.broadcastAt)
  const isOver = bulletin.expiresAt !== undefined && new Date(bulletin.expiresAt) <= at
  return at > now && !isOver ? at : undefined
}
