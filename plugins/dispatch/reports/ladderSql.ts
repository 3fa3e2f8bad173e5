/** SQL: the rung a receipt `r` stands for. */
export const RUNG_OF_KIND = `case r.kind when 'received' then 2 when 'refused' then 2 when 'stopped' then 2 when 'staged' then 3
  when 'playing' then 4 when 'interrupted' then 4 when 'resumed' then 4 when 'played' then 5 when 'proven' then 6 end`

/** SQL: the rung of a delivery `l`. */
export const RUNG_OF_STATE = `case l.state when 'accepted' then 1 when 'received' then 2 when 'refused' then 2 when 'staged' then 3
  when 'playing' then 4 when 'played' then 5 when 'proven' then 6 else 0 end`

/**
 * SQL: what receipts `r` of one delivery say together; none of it depends on their order, but who
 * interrupted first: only what the same device was given can have.
 */
export const SAID = `max(${RUNG_OF_KIND}) as rung, bool_or(r.kind = 'refused') as is_refused, min(r.device_at) as received_at,
  min(r.device_at) filter (where r.kind = 'staged') as staged_at, min(r.device_at) filter (where r.kind = 'playing') as playing_at,
  min(r.device_at) filter (where r.kind = 'played') as played_at, min(r.device_at) filter (where r.kind = 'proven') as proven_at,
  max(r.seconds) filter (where r.kind = 'played') as seconds,
  (array_agg(r.detail order by r.stored_at, r.device_at) filter (where r.kind = 'interrupted' and exists (
    select from dispatch.deliveries o join dispatch.deliveries x on x.device_id = o.device_id
    where o.id = r.delivery_id and x.dispatch_id =
      case when r.detail ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then r.detail::uuid end)))[1] as interrupted_by`

/** SQL: the state of a delivery `l` that has reached `rung`. */
export const stateAt = (rung: string, isRefused: string): string =>
  `case when l.state in ('expired', 'superseded', 'cancelled') then l.state
    when ${rung} between 2 and 3 and (${isRefused} or l.state = 'refused') then 'refused'
    when ${rung} >= 2 then (array['received', 'staged', 'playing', 'played', 'proven'])[${rung} - 1] else l.state end`
