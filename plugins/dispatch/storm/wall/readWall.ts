import type { Pool } from 'pg'

/** How many deliveries of a commune, or of all, came at least so far. Handed over is not received. */
export type Counts = {
  targets: number
  handed: number
  received: number
  staged: number
  playing: number
  played: number
  proven: number
  /** Waiting to be sent, for the first time or again. */
  waiting: number
  /** Will not come without somebody doing something. */
  failed: number
  refused: number
  superseded: number
  /** Proven within the first minute. */
  provenAtOnce: number
  /** Heard playing within the first minute. */
  playingAtOnce: number
  /** Handed over, and the device has not said that it has it. */
  unconfirmed: number
}

/** One commune's part. */
export type WallCommune = Counts & { unit: string; name: string }

/** A delivery that has not come where it should. */
export type WallDevice = {
  id: string
  code: string
  name: string | null
  unit: string
  unitName: string | null
  channel: string
  alternate: string | null
  state: string
  attempts: number
  lastError: string | null
}

/** What the wall shows of one dispatch. */
export type Wall = { total: Counts; communes: WallCommune[]; trouble: WallDevice[] }

const TROUBLE_SHOWN = 80

/** From the state and from the times that are kept, whatever came last. */
const REACHED = `greatest(
    case l.state when 'proven' then 6 when 'played' then 5 when 'playing' then 4 when 'staged' then 3 when 'received' then 2
      when 'refused' then 2 when 'accepted' then 1 else 0 end,
    case when l.proven_at is not null then 6 when l.played_at is not null then 5 when l.playing_at is not null then 4
      when l.staged_at is not null then 3 when l.received_at is not null then 2 when l.accepted_at is not null then 1 else 0 end)`

const total = (condition: string, name: string) =>
  `coalesce(sum(n) filter (where ${condition}), 0)::int as ${name}`

/** Of deliveries that are alike and counted already: some hundred rows, however many devices there are. */
const COUNTS = [
  'sum(n)::int as targets',
  total('reached >= 1', 'handed'),
  total('reached >= 2', 'received'),
  total('reached >= 3', 'staged'),
  total('reached >= 4', 'playing'),
  total('reached >= 5', 'played'),
  total('reached >= 6', 'proven'),
  total(`state = 'queued'`, 'waiting'),
  total(`state in ('dead', 'expired')`, 'failed'),
  total(`state = 'refused'`, 'refused'),
  total(`state in ('superseded', 'cancelled')`, 'superseded'),
  total('proven_at_once and reached >= 6', '"provenAtOnce"'),
  total('playing_at_once', '"playingAtOnce"'),
  total(`state = 'accepted'`, 'unconfirmed'),
].join(', ')

/**
 * How far a dispatch has come, by commune with failures first: one reading of its deliveries, whatever their number.
 *
 * @param asked.unit only this commune
 * @param asked.effectiveAt from when the first minute counts
 */
export const readWall = async (
  pool: Pool,
  asked: { dispatchId: string; unit: string | null; effectiveAt: Date },
): Promise<Wall> => {
  const values = [asked.dispatchId, asked.unit, asked.effectiveAt]
  const [communes, trouble] = await Promise.all([
    pool.query<WallCommune>(
      `with alike as (
         select l.unit_code, l.state, ${REACHED} as reached, l.proven_at <= $3::timestamptz + interval '60 seconds' as proven_at_once,
           coalesce(l.playing_at, l.played_at) <= $3::timestamptz + interval '60 seconds' as playing_at_once, count(*) as n
         from dispatch.deliveries l where l.dispatch_id = $1::uuid and ($2::text is null or l.unit_code = $2)
         group by 1, 2, 3, 4, 5
       ), counted as (select unit_code, ${COUNTS} from alike group by unit_code)
       select c.unit_code as unit, coalesce(n.name, c.unit_code) as name, c.* from counted c
       left join public.units u on u.code = c.unit_code
       left join public.units_locales n on n._parent_id = u.id and n._locale = 'vi'
       order by (c.failed + c.refused) desc, c.waiting desc, (c.played::float8 / c.targets), c.unit_code`,
      values,
    ),
    pool.query<WallDevice>(
      `select l.id, l.device_code as code, d.name, l.unit_code as unit, n.name as "unitName", l.channel,
         d.alternate_channel::text as alternate, l.state, l.attempts, l.last_error as "lastError"
       from (select * from dispatch.deliveries l
         where l.dispatch_id = $1::uuid and ($2::text is null or l.unit_code = $2)
           and (l.state in ('dead', 'expired', 'refused') or (l.state = 'queued' and l.attempts > 0))
         order by (l.state = 'queued'), l.unit_code, l.device_code limit ${TROUBLE_SHOWN}) l
       left join public.devices d on d.id = l.device_id
       left join public.units_locales n on n._parent_id = d.unit_id and n._locale = 'vi'
       order by (l.state = 'queued'), l.unit_code, l.device_code`,
      values.slice(0, 2),
    ),
  ])
  return {
    total: sum(communes.rows),
    communes: communes.rows.map((row) => withoutColumn(row)),
    trouble: trouble.rows,
  }
}

const NOTHING: Counts = {
  targets: 0,
  handed: 0,
  received: 0,
  staged: 0,
  playing: 0,
  played: 0,
  proven: 0,
  waiting: 0,
  failed: 0,
  refused: 0,
  superseded: 0,
  provenAtOnce: 0,
  playingAtOnce: 0,
  unconfirmed: 0,
}

const names = Object.keys(NOTHING) as (keyof Counts)[]

const sum = (rows: readonly Counts[]): Counts =>
  rows.reduce<Counts>((total, row) => {
    const next = { ...total }
    for (const name of names) next[name] += row[name]
    return next
  }, NOTHING)

const withoutColumn = ({ unit, name, ...row }: WallCommune): WallCommune => ({
  unit,
  name,
  ...(Object.fromEntries(names.map((one) => [one, row[one]])) as Counts), // every name is one of its keys
})
