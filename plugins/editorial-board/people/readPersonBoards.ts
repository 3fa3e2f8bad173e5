import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import type { BoardRole } from './standing.ts'

/** Where a person stands in the register, from today on. */
export type PersonBoards = {
  appointments: {
    board: string
    name: string
    role: BoardRole
    startsOn: string
    endsOn: string | null
  }[]
  /** Mandates in force by which she acts for a head. */
  mandates: { id: string; board: string; name: string; principalName: string; endsOn: string }[]
}

/** The boards a person is or will be on; for readers who may open the account, which the caller makes sure of. */
export const readPersonBoards = async (
  req: PayloadRequest,
  person: number,
): Promise<PersonBoards> => {
  const sql = await sqlOf(req)
  const names = new Map((await theOptions().boards(req)).map((one) => [one.board, one.name]))
  const { rows: appointments } = await sql.query<
    Omit<PersonBoards['appointments'][number], 'name'>
  >(
    `select a.board, a.role, a.starts_on::text as "startsOn", least(a.ends_on, e.ends_on)::text as "endsOn"
     from editorial.appointments a left join editorial.appointment_ends e on e.appointment_id = a.id
     where a.person = $1::int
       and coalesce(least(a.ends_on, e.ends_on) >= greatest(a.starts_on, editorial.day_of(clock_timestamp())), true)
     order by a.board, a.starts_on`,
    [person],
  )
  const { rows: mandates } = await sql.query<Omit<PersonBoards['mandates'][number], 'name'>>(
    `select m.id, m.board, coalesce(p.name, '?') as "principalName", m.ends_on::text as "endsOn"
     from editorial.mandates m left join editorial.mandate_ends e on e.mandate_id = m.id
     left join editorial.accounts p on p.person = m.principal
     where m.delegate = $1::int and e.mandate_id is null
       and editorial.day_of(clock_timestamp()) between m.starts_on and m.ends_on order by m.board, m.ends_on`,
    [person],
  )
  const named = <T extends { board: string }>(row: T) => ({
    ...row,
    name: names.get(row.board) ?? row.board,
  })
  return { appointments: appointments.map(named), mandates: mandates.map(named) }
}
