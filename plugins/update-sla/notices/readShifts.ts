import type { Connection } from '../calendars/readCalendars.ts'

/** A clock that a notice moved. */
export type Shift = {
  clock: string
  obligation: string
  version: number
  owner: string
  title: string
  dueBefore: Date
  dueAfter: Date
}

/**
 * Clocks that a notice moved, by when they were due before it.
 *
 * @param options.notice its id
 */
export const readShifts = async (
  connection: Connection,
  options: { notice: string; offset: number; limit: number },
): Promise<Shift[]> => {
  const { rows } = await connection.query<Shift>(
    `select s.clock, c.obligation, c.version, c.owner, c.title, s.due_before as "dueBefore", s.due_after as "dueAfter"
     from sla.shifts s join sla.clocks c on c.id = s.clock where s.notice = $1::bigint
     order by s.due_before, s.clock offset $2 limit $3`,
    [options.notice, options.offset, options.limit],
  )
  return rows
}
