import type { ClientBase, Pool } from 'pg'
import { stillTold } from './stillTold.ts'

type Connection = Pick<ClientBase | Pool, 'query'>

/**
 * Takes a thread on for somebody who was told of it: those incidents of it that this person was told of, each once. An
 * editor thereby mutes nothing of other sites that missed the same window, and who has left the office mutes nothing at all.
 *
 * @param options.opsMail is operations too, whatever accounts there are
 * @returns how many incidents were taken on now
 */
export const acknowledge = async (
  connection: Connection,
  options: { thread: string; email: string; now: Date; opsMail: string | undefined },
): Promise<number> => {
  const { rowCount } = await connection.query(
    `insert into sla.acknowledgements (thread, incident, email, at)
     select $1, i.incident, $2, $3 from (
       select distinct a.incident from sla.alerts a join sla.tellings t on t.alert = a.id where a.thread = $1 and t.email = $2
         and ${stillTold('$4')}) i
     where not exists (select from sla.acknowledgements k where k.thread = $1 and (k.incident is null or k.incident = i.incident))`,
    [options.thread, options.email, options.now, options.opsMail ?? null],
  )
  return rowCount ?? 0
}
