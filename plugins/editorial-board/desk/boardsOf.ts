import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import type { BoardRole } from '../people/standing.ts'

/** A board whose desk the signed-in person may see. */
export type Board = {
  board: string
  logs: readonly string[]
  name: string
  /** Empty for those who only read: auditors and system administrators. */
  roles: BoardRole[]
  /** Holds a mandate to act for the head today. */
  isActing: boolean
}

/**
 * The boards whose desks the signed-in person may see: those with an appointment in force today; all of them, without any
 * right to decide, for auditors and system administrators.
 */
export const boardsOf = async (req: PayloadRequest): Promise<Board[]> => {
  if (!req.user || req.user.isActive === false) return []
  const { boards, seesEveryDesk } = theOptions()
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{ board: string; role: BoardRole | 'acting' }>(
    `with today as (select editorial.day_of(clock_timestamp()) as day)
     select f.board, f.role from today, editorial.in_force(today.day) f where f.person = $1::int
     union all
     select m.board, 'acting' from today, editorial.mandates m left join editorial.mandate_ends e on e.mandate_id = m.id
     where m.delegate = $1::int and e.mandate_id is null and today.day between m.starts_on and m.ends_on`,
    [req.user.id],
  )
  const seesAll = seesEveryDesk(req)
  if (rows.length === 0 && !seesAll) return []
  return (await boards(req)).flatMap((one) => {
    const held = rows.filter((row) => row.board === one.board)
    if (held.length === 0 && !seesAll) return []
    const roles = held.flatMap(({ role }) => (role === 'acting' ? [] : [role]))
    return [{ ...one, roles, isActing: held.some(({ role }) => role === 'acting') }]
  })
}
