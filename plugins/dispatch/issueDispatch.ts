import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { laneOf } from '#domain/dispatch/deliveryState.ts'
import { holdChain } from './engine/holdChain.ts'
import { inform } from './engine/inform.ts'
import { AREA_CHANNELS, HOLD_SECONDS, planBroadcasts } from './engine/planBroadcasts.ts'
import { isCovered } from './isCovered.ts'
import type { Audience, DispatchOrder } from './types.ts'

/**
 * Gives an instruction: holds its chain, freezes it with its deliveries to every active device of its audience, takes back what the same
 * chain still had waiting, and wakes the senders. All on the caller's transaction; the same cause makes it once.
 *
 * @returns the dispatch's id; null when this cause has made it before
 */
export const issueDispatch = async (
  client: ClientBase,
  order: DispatchOrder,
): Promise<string | null> => {
  const { chain, cause, kind, priority, release, content, audience } = order
  const snapshot = snapshotOf(order)
  await holdChain(client, chain)
  const { rows } = await client.query<{ id: string }>(
    `insert into dispatch.dispatches (chain, cause, airing_id, log, seq, doc_id, kind, priority, title, issuer, snapshot, sha256,
       audience, effective_at, expires_at, reason_code, is_override)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (chain, cause) do nothing returning id`,
    [
      chain,
      cause,
      order.airingId ?? null,
      release?.log ?? null,
      release?.seq ?? null,
      release?.docId ?? null,
      kind,
      priority,
      content.title,
      order.issuer,
      snapshot,
      createHash('sha256').update(snapshot).digest('hex'),
      JSON.stringify(audience),
      order.effectiveAt,
      order.expiresAt,
      order.reasonCode ?? null,
      order.isOverride ?? false,
    ],
  )
  const id = rows[0]?.id
  if (!id) return null
  const lane = laneOf(priority)
  const isAddition = order.isAddition ?? false
  if (kind === 'cancel') await targetEarlier(client, { id, chain, lane, audience, isAddition })
  else if (kind === 'test') await targetTested(client, { id, audience, lane })
  else await targetAudience(client, { id, audience, lane })
  await supersedeEarlier(client, { id, chain, isAddition })
  if (kind !== 'test') await planBroadcasts(client, { id, chain, lane, kind, audience, isAddition })
  await inform(client, String(lane))
  return id
}

/** What is frozen; the message of each transport is made of it alone. */
const snapshotOf = ({ content, ...order }: DispatchOrder): string =>
  JSON.stringify({
    chain: order.chain,
    kind: order.kind,
    priority: order.priority,
    issuer: order.issuer,
    issuedAt: order.issuedAt,
    effectiveAt: order.effectiveAt,
    expiresAt: order.expiresAt,
    audience: order.audience,
    ...content,
  })

type Target = { id: string; lane: number }

/** Devices of the areas, of the groups, and named ones; the code of the city stands for every commune. */
const targetAudience = async (
  client: ClientBase,
  { id, audience, lane }: Target & { audience: Audience },
) => {
  await client.query(
    `${INTO}
     select $1::uuid, d.id, d.code, u.code, d.channel::text, d.address, d.device_class::text, $2::smallint, ${IS_DOUBTFUL}, ${dueAt('d.id', 'u.code', 'd.channel::text')}
     from public.devices d join public.units u on u.id = d.unit_id left join dispatch.device_states s on s.device_id = d.id
     where d.lifecycle = 'active' and (d.code = any($5::text[]) or ${isCovered({ id: 'd.id', unit: 'u.code' })})
     on conflict do nothing`,
    [id, lane, audience.areas, audience.groups, audience.devices],
  )
}

const targetTested = async (
  client: ClientBase,
  { id, audience, lane }: Target & { audience: Audience },
) => {
  await client.query(
    `${INTO}
     select $1::uuid, d.id, d.code, u.code, d.channel::text, d.address, d.device_class::text, $2::smallint, ${IS_DOUBTFUL}, clock_timestamp()
     from public.devices d join public.units u on u.id = d.unit_id left join dispatch.device_states s on s.device_id = d.id
     where d.code = any($3::text[]) and d.lifecycle <> 'retired'
     on conflict do nothing`,
    [id, lane, audience.devices],
  )
}

/** A cancellation goes to devices that were handed, or may at this moment be handed, an earlier message of the chain. */
const targetEarlier = async (
  client: ClientBase,
  {
    id,
    chain,
    lane,
    audience,
    isAddition,
  }: Target & { chain: string; audience: Audience; isAddition: boolean },
) => {
  await client.query(
    `${INTO}
     select distinct on (l.device_id) $1::uuid, l.device_id, l.device_code, l.unit_code, l.channel, l.address, l.device_class,
       $2::smallint, l.is_doubtful, ${dueAt('l.device_id', 'l.unit_code', 'l.channel')}
     from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
     where d.chain = $5 and d.id <> $1 and ${MAY_HAVE_GOT} and (not $6 or l.device_code = any($7::text[]))
     order by l.device_id, d.number desc
     on conflict do nothing`,
    [id, lane, audience.areas, audience.groups, chain, isAddition, audience.devices],
  )
}

/**
 * Devices that may have got an instruction of a chain, are not covered by its new audience, and have not been told yet that it
 * is over.
 *
 * @returns codes
 */
export const devicesLeftOut = async (
  client: ClientBase,
  { chain, audience }: { chain: string; audience: Audience },
): Promise<string[]> => {
  const { rows } = await client.query<{ code: string }>(
    `select code from (
       select distinct on (l.device_id) l.device_code as code, l.device_id, u.code as unit, d.kind
       from dispatch.deliveries l join dispatch.dispatches d on d.id = l.dispatch_id
       join public.devices v on v.id = l.device_id join public.units u on u.id = v.unit_id
       where d.chain = $1 and d.kind <> 'test' and (d.kind = 'cancel' or ${MAY_HAVE_GOT})
       order by l.device_id, d.number desc) last
     where kind <> 'cancel' and not code = any($2::text[]) and not ${isCovered({ id: 'last.device_id', unit: 'last.unit' })} order by code`,
    [chain, audience.devices, audience.areas, audience.groups],
  )
  return rows.map((one) => one.code)
}

/** SQL: a delivery that was handed over, or may be at this moment, by itself or by a publication to its area. */
const MAY_HAVE_GOT = `(l.accepted_at is not null or l.received_at is not null or l.attempts > 0 or l.lease is not null
  or exists (select from dispatch.broadcasts b where b.dispatch_id = d.id and b.channel = l.channel and b.attempts > 0))`

/**
 * What waits is not sent any more, and what was handed over without a word of the device not again; only a cancellation still
 * goes to devices that this one does not reach.
 */
const supersedeEarlier = async (
  client: ClientBase,
  { id, chain, isAddition }: { id: string; chain: string; isAddition: boolean },
) => {
  await client.query(
    `update dispatch.deliveries l set state = case when l.state = 'queued' then 'superseded' else l.state end, confirm_by = null,
       changed_at = clock_timestamp()
     from dispatch.dispatches d where d.id = l.dispatch_id and d.chain = $2 and d.id <> $1
       and (l.state = 'queued' or (l.state = 'accepted' and l.confirm_by is not null))
       and ((not $3 and d.kind <> 'cancel') or exists (select from dispatch.deliveries n where n.dispatch_id = $1 and n.device_id = l.device_id))`,
    [id, chain, isAddition],
  )
}

const INTO = `insert into dispatch.deliveries (dispatch_id, device_id, device_code, unit_code, channel, address, device_class, lane, is_doubtful, next_at)`

/** Failed the last time, or told to be away. */
const IS_DOUBTFUL = `coalesce(s.failures > 0 or s.down_since is not null, false)`

/** A device whose area or group is served by one publication waits a moment for it. */
const dueAt = (device: string, unit: string, channel: string): string =>
  `clock_timestamp() + case when ${channel} = any(array['${AREA_CHANNELS.join("','")}']) and ${isCovered({ id: device, unit })}
     then make_interval(secs => case when $2::smallint = 0 then ${HOLD_SECONDS[0]} else ${HOLD_SECONDS[1]} end) else interval '0' end`
