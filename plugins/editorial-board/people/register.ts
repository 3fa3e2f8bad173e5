import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { record } from '../ledger/record.ts'
import { theOptions } from '../options.ts'
import { demandPerson } from './standing.ts'
import type { BoardRole } from './standing.ts'

/** An appointment as it is entered. Days are YYYY-MM-DD, both included. */
export type Appointment = {
  board: string
  person: number
  role: BoardRole
  startsOn: string
  endsOn: string | null
  /** The deciding document: number, date, who decided. */
  document: string
  /** Sections a checker answers for; null for all. */
  categories: number[] | null
}

/** In what capacity somebody enters or confirms a change of membership. */
export type Registering = { person: number; capacity: 'registrar' | 'head' }

/**
 * Who may enter a change about a role of a board: registrars; the head for the editors, collaborators and checkers of the
 * board (P-9.6). Never about oneself.
 *
 * @throws PortalError people_only, not_a_registrar, not_about_oneself
 */
export const demandRegistering = async (
  req: PayloadRequest,
  change: { board: string; role: BoardRole; person: number },
): Promise<Registering> => {
  const person = demandPerson(req)
  if (await isSamePerson(await sqlOf(req), person, change.person))
    throw boardError('not_about_oneself')
  if (theOptions().isRegistrar(req)) return { person, capacity: 'registrar' }
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{ may: boolean }>(
    'select editorial.may_register($1, $2, $3::int) as may',
    [change.board, change.role, person],
  )
  if (!rows[0]?.may) throw boardError('not_a_registrar')
  return { person, capacity: 'head' }
}

/**
 * Whether a second person has to confirm: for head, deputies and members, as long as there is another registrar who is
 * neither the person who entered it nor the one it is about, by whatever account.
 */
export const needsSecond = async (
  sql: Sql,
  change: { role: BoardRole; person: number },
  entered: Registering,
): Promise<boolean> => {
  const { rows } = await sql.query<{ needs: boolean }>(
    'select editorial.needs_second($1, $2::int, $3::int) as needs',
    [change.role, change.person, entered.person],
  )
  return rows[0]?.needs ?? true
}

/** Signs an appointment into the board's chain and stores it. */
export const writeAppointment = async (
  req: PayloadRequest,
  appointment: Appointment,
  by: { entered: Registering; confirmedBy?: number },
): Promise<string> => {
  const sql = await sqlOf(req)
  const { rows } = await sql.query<{ id: string }>('select gen_random_uuid() as id')
  const id = rows[0]?.id ?? ''
  const { board, ...content } = appointment
  const place = await record(req, {
    board,
    kind: 'appoint',
    by: by.confirmedBy ?? by.entered.person,
    capacity: by.entered.capacity,
    content: { id, ...content, enteredBy: by.entered.person, confirmedBy: by.confirmedBy ?? null },
  })
  await sql.query(
    `insert into editorial.appointments (id, board, person, role, categories, starts_on, ends_on, document, entered_by,
       confirmed_by, ledger_n)
     values ($1::uuid, $2, $3::int, $4, $5::int[], $6::date, $7::date, $8, $9::int, $10::int, $11::bigint)`,
    [
      id,
      board,
      content.person,
      content.role,
      content.categories ? `{${content.categories.join(',')}}` : null,
      content.startsOn,
      content.endsOn,
      content.document,
      by.entered.person,
      by.confirmedBy ?? null,
      place.n,
    ],
  )
  return id
}

/** An appointment's early end. */
export type AppointmentEnd = {
  appointmentId: string
  board: string
  person: number
  role: BoardRole
  /** Last day in force. */
  endsOn: string
  document: string
}

/** Signs the end of an appointment into the board's chain and stores it. */
export const writeEnd = async (
  req: PayloadRequest,
  end: AppointmentEnd,
  by: { entered: Registering; confirmedBy?: number },
): Promise<void> => {
  const sql = await sqlOf(req)
  const { board, ...content } = end
  const place = await record(req, {
    board,
    kind: 'end',
    by: by.confirmedBy ?? by.entered.person,
    capacity: by.entered.capacity,
    content: { ...content, enteredBy: by.entered.person, confirmedBy: by.confirmedBy ?? null },
  })
  await sql.query(
    `insert into editorial.appointment_ends (appointment_id, ends_on, document, entered_by, confirmed_by, board, ledger_n)
     values ($1::uuid, $2::date, $3, $4::int, $5::int, $6, $7::bigint)`,
    [
      end.appointmentId,
      end.endsOn,
      end.document,
      by.entered.person,
      by.confirmedBy ?? null,
      board,
      place.n,
    ],
  )
}

/** Whether two accounts are of one person. */
export const isSamePerson = async (sql: Sql, a: number, b: number): Promise<boolean> => {
  const { rows } = await sql.query<{ same: boolean }>(
    'select editorial.is_same_person($1::int, $2::int) as same',
    [a, b],
  )
  return rows[0]?.same ?? true
}
