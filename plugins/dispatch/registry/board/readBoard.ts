import type { Query } from '#kit/admin/query.ts'
import type { Sql } from '#kit/transaction.ts'

/** A device on the board. */
export type BoardRow = {
  id: number
  code: string
  name: string
  deviceClass: string
  lifecycle: string
  channel: string
  gateway: string | null
  unitCode: string
  unitName: string
  latitude: number | null
  longitude: number | null
  standing: Standing
  seenAt: string | null
  downSince: string | null
  offsetMs: number | null
  /** As the device told; nothing of it is trusted to be of any kind. */
  playing: string | null
  volume: number | null
  storageFree: number | null
  firmware: string | null
}

/**
 * How a device is: away, there but without sound in its last drill or emergency, never heard, there, on a channel on which
 * nothing is heard, or not in service.
 */
export type Standing = (typeof standings)[number]

/** The standings as a filter offers them, trouble first. */
export const standings = ['lost', 'silent', 'never', 'up', 'unheard', 'out'] as const

/** What the board is narrowed to. */
export type BoardFilter = {
  unit: string | null
  deviceClass: string | null
  standing: Standing | null
  text: string | null
  /** Whose devices: a unit's id; null for all. */
  own: number | null
}

/** Reads the filter out of an address. */
export const boardFilter = (query: Query, own: number | null): BoardFilter => ({
  unit: query.get('unit') ?? null,
  deviceClass: query.get('class') ?? null,
  standing: standings.find((one) => one === query.get('state')) ?? null,
  text: query.get('text') ?? null,
  own,
})

/** The devices of the board, the lost ones first. */
export const readBoard = async (
  sql: Sql,
  filter: BoardFilter,
  page: { limit: number; offset: number },
): Promise<{ rows: BoardRow[]; total: number }> => {
  const { rows } = await sql.query<BoardRow & { total: number }>(
    `${BOARD} select b.*, count(*) over ()::int as total from board b where ${WHERE}
     order by array_position(array['${standings.join("','")}'], b.standing), b."downSince" desc nulls last,
       ${inVietnamese('b."unitName"')}, b.code
     limit ${page.limit} offset ${page.offset}`,
    valuesOf(filter),
  )
  return { rows: rows.map(({ total: _total, ...one }) => one), total: rows[0]?.total ?? 0 }
}

/** A device as a point of the plan. */
export type BoardPoint = Pick<
  BoardRow,
  'id' | 'name' | 'unitCode' | 'unitName' | 'standing' | 'deviceClass'
> & { latitude: number; longitude: number }

/** Every device of the filter that has a place. */
export const readPoints = async (sql: Sql, filter: BoardFilter): Promise<BoardPoint[]> => {
  const { rows } = await sql.query<BoardPoint>(
    `${BOARD} select b.id, b.name, b."unitCode", b."unitName", b.standing, b."deviceClass", b.latitude, b.longitude
     from board b where ${WHERE} and b.latitude is not null and b.longitude is not null and b.standing <> 'out'
     order by b.standing in ('lost', 'silent'), b.id limit 20000`,
    valuesOf(filter),
  )
  return rows
}

/** How many devices stand how, and the communes that have any. */
export const readBoardChoices = async (sql: Sql, own: number | null) => {
  const [counts, units] = [
    await sql.query<{ standing: Standing; n: number }>(
      `${BOARD} select b.standing, count(*)::int as n from board b where ($1::int is null or b."unitId" = $1::int) group by 1`,
      [own],
    ),
    await sql.query<{ code: string; name: string }>(
      `select u.code, coalesce(l.name, u.code) as name from public.units u
       left join public.units_locales l on l._parent_id = u.id and l._locale = 'vi'
       where exists (select from public.devices d where d.unit_id = u.id) and ($1::int is null or u.id = $1::int) order by ${inVietnamese('coalesce(l.name, u.code)')}`,
      [own],
    ),
  ]
  return { counts: counts.rows, units: units.rows }
}

const valuesOf = (filter: BoardFilter) => [
  filter.unit,
  filter.deviceClass,
  filter.standing,
  filter.text,
  filter.own,
]

const WHERE = `($1::text is null or b."unitCode" = $1) and ($2::text is null or b."deviceClass" = $2)
  and ($3::text is null or b.standing = $3)
  and ($4::text is null or b.code ilike '%' || $4 || '%' or b.name ilike '%' || $4 || '%' or b.gateway = $4)
  and ($5::int is null or b."unitId" = $5::int)`

/** The order of the Vietnamese alphabet, where Đ follows D; whatever the database's own is. */
const inVietnamese = (name: string) => `${name} collate "vi-x-icu"`

/** Numbers of a heartbeat are taken only when they are numbers. */
const numberOf = (name: string) =>
  `case when jsonb_typeof(s.heartbeat -> '${name}') = 'number' then (s.heartbeat ->> '${name}')::float8 end`

/**
 * Who took its last drill or emergency and neither played nor showed it, though two minutes were over and nothing newer had
 * come of it; a connection test passed since then clears that. What is older than a quarter says nothing of today.
 */
const SILENT = `silent as (
  select last.device_id from (
    select distinct on (l.device_id) l.device_id, l.state, l.playing_at, d.effective_at
    from dispatch.dispatches d join dispatch.deliveries l on l.dispatch_id = d.id
    where d.kind in ('exercise', 'alert', 'update') and (d.kind = 'exercise' or d.priority = 'emergency')
      and d.effective_at between now() - interval '92 days' and now() - interval '2 minutes'
      and l.state in ('accepted', 'received', 'staged', 'playing', 'played', 'proven')
      and not exists (select from dispatch.dispatches n where n.chain = d.chain and n.number > d.number
        and n.created_at < d.effective_at + interval '2 minutes')
    order by l.device_id, d.effective_at desc, d.number desc) last
  where last.state in ('accepted', 'received', 'staged') and last.playing_at is null
    and not exists (select from dispatch.connection_tests t where t.device_id = last.device_id and t.outcome = 'passed'
      and t.ended_at > last.effective_at + interval '2 minutes'))`

const BOARD = `with ${SILENT}, board as (
  select d.id, d.code, d.name, d.device_class::text as "deviceClass", d.lifecycle::text, d.channel::text, d.gateway,
    u.id as "unitId", u.code as "unitCode", coalesce(l.name, u.code) as "unitName",
    d.latitude::float8, d.longitude::float8, s.seen_at::text as "seenAt", s.down_since::text as "downSince",
    s.offset_ms as "offsetMs",
    coalesce(p.title, left(s.heartbeat ->> 'playing', 120)) as playing,
    ${numberOf('volume')} as volume, ${numberOf('storageFree')} as "storageFree", left(s.heartbeat ->> 'firmware', 60) as firmware,
    case when d.lifecycle::text <> 'active' then 'out'
      when s.down_since is not null then 'lost'
      when d.channel::text not in ('mqtt', 'http', 'pull', 'player') then 'unheard'
      when s.seen_at is null then 'never'
      when silent.device_id is not null then 'silent'
      else 'up' end as standing
  from public.devices d
  join public.units u on u.id = d.unit_id
  left join public.units_locales l on l._parent_id = u.id and l._locale = 'vi'
  left join dispatch.device_states s on s.device_id = d.id
  left join silent on silent.device_id = d.id
  left join dispatch.dispatches p on p.id = case
    when s.heartbeat ->> 'playing' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (s.heartbeat ->> 'playing')::uuid end
  where d.lifecycle::text <> 'retired')`
