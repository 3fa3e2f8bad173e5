import type { ClientBase } from 'pg'
import { addDays, instantOf } from '#domain/dispatch/programme/localDay.ts'
import type { Medium } from '#domain/dispatch/programme/plan.ts'
import type { AiringState } from '../airings/airing.ts'
import { sites } from '../../registers.ts'

/** One device of one airing: what was planned and what was played. Times are ISO 8601. */
export type AsRunRow = {
  airingId: string
  title: string
  issuer: string
  medium: Medium
  priority: string
  plannedAt: string
  plannedSeconds: number
  state: AiringState
  deviceCode: string | null
  deviceName: string | null
  deviceState: string | null
  beganAt: string | null
  endedAt: string | null
  playedSeconds: number | null
  interruptedBy: string | null
  requeuedAt: string | null
}

/** The as-run log of a commune's day: every airing that was not taken out before it was sent, with every device. */
export const readAsRun = async (
  client: Pick<ClientBase, 'query'>,
  of: { unitCode: string; day: string },
): Promise<AsRunRow[]> => {
  const { rows } = await client.query<AsRunRow>(
    `select a.id as "airingId", o.title, coalesce(s.name, o.log) as issuer, a.medium, a.priority, ${iso('a.starts_at')} as "plannedAt",
       a.seconds as "plannedSeconds", a.state, l.device_code as "deviceCode", v.name as "deviceName", l.state as "deviceState",
       ${iso('coalesce(l.playing_at, p.playing_at)')} as "beganAt", ${iso('coalesce(l.played_at, p.played_at)')} as "endedAt",
       coalesce(l.played_seconds, p.seconds) as "playedSeconds", e.title as "interruptedBy", ${iso('q.starts_at')} as "requeuedAt"
     from dispatch.airings a join dispatch.offers o on o.id = a.offer_id
       left join ${sites()} s on s.code = o.log
       left join lateral (
         select distinct on (x.device_id) x.* from dispatch.deliveries x join dispatch.dispatches d on d.id = x.dispatch_id
         where d.chain = 'airing/' || a.id and d.kind <> 'cancel' 
         order by x.device_id, (x.state in ('played', 'proven')) desc, d.number desc) l on true
       left join public.devices v on v.id = l.device_id
       left join lateral (
         select min(r.device_at) filter (where r.kind = 'playing') as playing_at,
           max(r.device_at) filter (where r.kind = 'played') as played_at, max(r.seconds) as seconds
         from dispatch.receipts r where r.delivery_id = l.id) p on true
       left join dispatch.dispatches e on e.id = a.interrupted_by
       left join dispatch.airings q on q.id = a.requeued_as
     where a.unit_code = $1 and a.starts_at >= $2 and a.starts_at < $3
       and (a.state <> 'dropped' or l.device_code is not null)
     order by a.starts_at, a.medium, a.id, l.device_code`,
    [
      of.unitCode,
      new Date(instantOf(of.day, '00:00')),
      new Date(instantOf(addDays(of.day, 1), '00:00')),
    ],
  )
  return rows
}

const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
