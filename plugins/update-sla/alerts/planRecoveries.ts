import type { ClientBase } from 'pg'
import type { AlertRow } from './alertRow.ts'
import { plan } from './planTellings.ts'
import type { Planned } from './planTellings.ts'
import type { Outage } from './tellAlerts.ts'
import { tellingOptions } from './tellingOptions.ts'

type Told = {
  incident: string
  email: string
  language: 'vi' | 'en'
  choice: 'immediate' | 'digest' | null
  /** When it will be told, where it is not told yet. */
  waitsUntil: Date | null
  waitsFor: Planned['mode'] | null
  /** Incidents of the thread this person was told of that are still open. */
  stillOpen: number
  /** Others of the thread that recovered are told then. */
  togetherAt: Date | null
}

/**
 * Plans the good news: for whoever was told of the incident before, not before that, and together with what else of the
 * thread recovers soon; at once when nothing of it is left.
 */
export const planRecoveries = async (
  client: ClientBase,
  options: { recovered: readonly AlertRow[]; now: Date; outage?: Outage | undefined },
): Promise<Planned[]> => {
  const { now } = options
  const told = await readTold(
    client,
    options.recovered.map((one) => one.id),
  )
  const together = now.getTime() + tellingOptions().recoveryMinutes * 60_000
  return options.recovered.flatMap((alert) =>
    told
      .filter((one) => one.incident === alert.incident)
      .map((to): Planned => {
        const planned = plan(alert, to, options)
        if (to.waitsUntil && to.waitsFor)
          return { ...planned, mode: to.waitsFor, tellAt: latest(planned.tellAt, to.waitsUntil) }
        if (planned.mode !== 'immediate' || to.stillOpen === 0) return planned
        return { ...planned, tellAt: latest(planned.tellAt, to.togetherAt ?? new Date(together)) }
      }),
  )
}

const readTold = async (client: ClientBase, ids: readonly string[]): Promise<Told[]> => {
  const { rows } = await client.query<Told>(
    `with told as (
       select distinct on (n.id, t.email) n.id, n.incident, n.thread, t.email, t.language,
         case when t.mail is null then t.tell_at end as waits_until, case when t.mail is null then t.mode end as waits_for
       from sla.alerts n join sla.alerts a on a.incident = n.incident and a.id <> n.id join sla.tellings t on t.alert = a.id
       where n.id = any($1::bigint[])
       order by n.id, t.email, t.mail is null, t.tell_at desc)
     select d.incident, d.email, d.language, c.mode as choice, d.waits_until as "waitsUntil", d.waits_for as "waitsFor",
       (select count(distinct o.incident)::int from sla.alerts o join sla.tellings t on t.alert = o.id
        where o.thread = d.thread and t.email = d.email and not exists (
          select from sla.alerts r where r.incident = o.incident and r.rung = 'recovered')) as "stillOpen",
       (select min(t.tell_at) from sla.alerts o join sla.tellings t on t.alert = o.id
        where o.thread = d.thread and t.email = d.email and o.rung = 'recovered' and t.mail is null) as "togetherAt"
     from told d left join sla.telling_choices c on c.email = d.email`,
    [ids],
  )
  return rows
}

const latest = (...times: Date[]) => new Date(Math.max(...times.map((one) => one.getTime())))
