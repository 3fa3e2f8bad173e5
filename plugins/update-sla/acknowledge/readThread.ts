import type { Pool } from 'pg'
import type { AlertRow } from '../alerts/alertRow.ts'
import { ALERT_COLUMNS, ALERT_JOINS } from '../alerts/alertRow.ts'
import { stillTold } from './stillTold.ts'

/** A matter of a thread, as it stood last, and who took it on. */
export type ThreadRow = AlertRow & {
  acknowledgedAt: Date | null
  acknowledgedBy: string | null
}

/** What somebody was told of a thread and still answers for: each incident once. */
export const readThread = async (
  pool: Pool,
  { thread, email, opsMail }: { thread: string; email: string; opsMail: string | undefined },
): Promise<{ language: 'vi' | 'en'; rows: ThreadRow[] }> => {
  const { rows } = await pool.query<ThreadRow & { language: 'vi' | 'en' }>(
    `select distinct on (a.incident) ${ALERT_COLUMNS}, t.language, k.at as "acknowledgedAt", k.by as "acknowledgedBy"
     from sla.alerts a join sla.tellings t on t.alert = a.id and t.email = $2 ${ALERT_JOINS}
       left join lateral (
         select k.at, coalesce(k.email, p.name) as by from sla.acknowledgements k left join sla.people p on p.person = k.person
         where k.thread = a.thread and (k.incident is null or k.incident = a.incident) order by k.id limit 1) k on true
     where a.thread = $1 and ${stillTold('$3')} order by a.incident, a.fires_at desc, a.id desc`,
    [thread, email, opsMail ?? null],
  )
  return { language: rows[0]?.language ?? 'vi', rows }
}
