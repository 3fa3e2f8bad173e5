import type { ClientBase } from 'pg'
import type { Audience, Channel, DispatchKind } from '../types.ts'

/** Channels whose drivers serve an area with one operation. */
export const AREA_CHANNELS: readonly Channel[] = ['mqtt']

/** How long single deliveries wait for the operation that serves them all: emergencies, others. */
export const HOLD_SECONDS = [2, 5] as const

/**
 * Plans one publication for each area and group of a dispatch that has devices on a channel which can do that, and takes
 * back what earlier instructions of the chain left with the broker. The whole city is one area.
 */
export const planBroadcasts = async (
  client: ClientBase,
  dispatch: {
    id: string
    chain: string
    lane: number
    kind: DispatchKind
    audience: Audience
    isAddition: boolean
  },
): Promise<void> => {
  const { id, chain, lane, kind, audience } = dispatch
  if (dispatch.isAddition) return
  const isRetained = lane === 0 && kind !== 'cancel'
  await client.query(
    `with city as (select code from public.units where code = any($3::text[]) and kind = 'city' limit 1),
     places as (
       select 'area' as kind, code from city
       union all select 'area', unnest($3::text[]) where not exists (select from city)
       union all select 'group', unnest($4::text[]) where not exists (select from city)),
     used as (
       select distinct l.channel, p.kind, p.code from dispatch.deliveries l join places p on
         case p.kind when 'group' then exists (
           select from public.devices_rels r join public.device_groups g on g.id = r.device_groups_id
           where r.parent_id = l.device_id and g.code = p.code)
         else l.unit_code = p.code or exists (select from city) end
       where l.dispatch_id = $1::uuid and l.state = 'queued' and l.channel = any($5::text[]))
     insert into dispatch.broadcasts (dispatch_id, channel, kind, code, lane, is_retained, clear_at)
     select d.id, used.channel, used.kind, used.code, $2::smallint, $6::boolean and used.kind = 'area', case when $6::boolean then d.expires_at end
     from used, dispatch.dispatches d where d.id = $1::uuid
     on conflict do nothing`,
    [id, lane, audience.areas, audience.groups, AREA_CHANNELS, isRetained],
  )
  await takeBack(client, { id, chain })
}

/** SQL: a newer instruction `n` takes the place of the older one for a whole area; one for named devices adds to it. */
export const IS_FOR_AREAS = `(n.kind = 'cancel' or n.audience->'areas' <> '[]' or n.audience->'groups' <> '[]')`

/**
 * SQL: whether a device is not to be given dispatch `d` any more, for a newer instruction of its chain takes its place there. A
 * cancellation stays what a device is told last that no newer instruction reaches.
 */
export const isOvertaken = (device: string): string =>
  `exists (select from dispatch.dispatches n where n.chain = d.chain and n.number > d.number and (
     d.kind <> 'cancel' and ${IS_FOR_AREAS}
     or exists (select from dispatch.deliveries x where x.dispatch_id = n.id and x.device_id = ${device})))`

/** SQL: what a publication left with the broker has been overwritten by one of a newer instruction of its chain. */
export const isReplaced = (broadcast: string, dispatch: string): string =>
  `exists (select from dispatch.broadcasts x join dispatch.dispatches y on y.id = x.dispatch_id
     where y.chain = ${dispatch}.chain and y.number > ${dispatch}.number and x.is_retained
       and x.channel = ${broadcast}.channel and x.kind = ${broadcast}.kind and x.code = ${broadcast}.code)`

/** Planned publications are dropped; what is retained is overwritten by the new one of its area, else cleared now. */
const takeBack = async (client: ClientBase, { id, chain }: { id: string; chain: string }) => {
  await client.query(
    `update dispatch.broadcasts b set done_at = coalesce(b.done_at, clock_timestamp()),
       clear_at = case when b.is_retained then clock_timestamp() end,
       cleared_at = case when exists (
         select from dispatch.broadcasts n where n.dispatch_id = $1 and n.is_retained
           and n.channel = b.channel and n.kind = b.kind and n.code = b.code) then clock_timestamp() else b.cleared_at end
     from dispatch.dispatches d
     where d.id = b.dispatch_id and d.chain = $2 and d.id <> $1 and (b.done_at is null or (b.is_retained and b.cleared_at is null))`,
    [id, chain],
  )
}
