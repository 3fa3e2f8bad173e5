import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { boardError, fromBoardDatabase } from '../errors.ts'
import { theOptions } from '../options.ts'
import { demandDays } from './days.ts'
import {
  demandRegistering,
  isSamePerson,
  needsSecond,
  writeAppointment,
  writeEnd,
} from './register.ts'
import type { Appointment, AppointmentEnd, Registering } from './register.ts'
import type { BoardRole } from './standing.ts'

/** In force, or waiting for a second person. */
export type MembershipChange = { outcome: 'done' } | { outcome: 'proposed'; proposalId: string }

/**
 * Enters an appointment by its deciding document. A head, deputy or member is on the board once a second person confirmed;
 * the only registrar of an installation acts alone, and the record shows it.
 *
 * @throws PortalError reason_required (no document), bad_days, bad_input (no such account or board), people_only, not_a_registrar,
 *   not_about_oneself
 */
export const appoint = async (options: {
  req: PayloadRequest
  appointment: Omit<Appointment, 'endsOn' | 'categories'> & {
    endsOn?: string | null
    categories?: number[] | null
  }
}): Promise<MembershipChange> => {
  const { req } = options
  const given = options.appointment
  const document = given.document.trim()
  if (document === '') throw boardError('reason_required')
  const categories = given.role === 'checker' ? (given.categories ?? null) : null
  const appointment: Appointment = { ...given, ...demandDays(given), document, categories }
  await demandBoard(req, appointment.board)
  return inTransaction(req, async (sql) => {
    await demandAccount(sql, appointment.person)
    const entered = await demandRegistering(req, appointment)
    if (await needsSecond(sql, appointment, entered))
      return propose(sql, 'appoint', appointment, entered)
    await writeAppointment(req, appointment, { entered })
    return { outcome: 'done' }
  })
}

/**
 * Ends an appointment by its deciding document, from the day after `endsOn`.
 *
 * @throws PortalError reason_required, bad_days, appointment_missing, people_only, not_a_registrar, not_about_oneself
 */
export const endAppointment = async (options: {
  req: PayloadRequest
  appointmentId: string
  endsOn: string
  document: string
}): Promise<MembershipChange> => {
  const { req, appointmentId } = options
  const document = options.document.trim()
  if (document === '') throw boardError('reason_required')
  const { startsOn: endsOn } = demandDays({ startsOn: options.endsOn })
  return inTransaction(req, async (sql) => {
    const found = await demandStanding(sql, appointmentId)
    const end: AppointmentEnd = { appointmentId, ...found, endsOn, document }
    const entered = await demandRegistering(req, end)
    if (await needsSecond(sql, end, entered)) return propose(sql, 'end', end, entered)
    await writeEnd(req, end, { entered })
    return { outcome: 'done' }
  })
}

/**
 * A second person confirms or rejects a change of membership: not whoever entered it, not whom it is about.
 *
 * @throws PortalError proposal_missing, reason_required (a rejection without words), appointment_missing (ended meanwhile),
 *   people_only, not_a_registrar, not_about_oneself
 */
export const settleMembership = async (options: {
  req: PayloadRequest
  proposalId: string
  isConfirmed: boolean
  explanation?: string
}): Promise<void> => {
  const { req, proposalId, isConfirmed } = options
  const explanation = options.explanation?.trim() ?? ''
  if (!isConfirmed && explanation === '') throw boardError('reason_required')
  await inTransaction(req, async (sql) => {
    const { rows } = await sql.query<Proposal>(
      `select act, content, entered_by as "enteredBy" from editorial.membership_proposals
       where id = $1::uuid and state = 'waiting' for update`,
      [uuidOrNull(proposalId)],
    )
    const [proposal] = rows
    if (!proposal) throw boardError('proposal_missing')
    const second = await demandRegistering(req, proposal.content)
    if (await isSamePerson(sql, second.person, proposal.enteredBy))
      throw boardError('not_about_oneself')
    const by = {
      entered: { person: proposal.enteredBy, capacity: 'registrar' as const },
      confirmedBy: second.person,
    }
    if (isConfirmed) {
      if (proposal.act === 'appoint')
        await writeAppointment(req, proposal.content as Appointment, by) // stored by propose() as this act
      else {
        const end = proposal.content as AppointmentEnd // likewise
        await demandStanding(sql, end.appointmentId)
        await writeEnd(req, end, by)
      }
    }
    await sql.query(
      `update editorial.membership_proposals set state = $2, settled_by = $3::int, settled_at = clock_timestamp(), explanation = $4
       where id = $1::uuid`,
      [proposalId, isConfirmed ? 'confirmed' : 'rejected', second.person, explanation || null],
    )
  })
}

type Proposal = { act: 'appoint' | 'end'; content: Appointment | AppointmentEnd; enteredBy: number }

const propose = async (
  sql: Sql,
  act: Proposal['act'],
  content: Proposal['content'],
  entered: Registering,
): Promise<MembershipChange> => {
  const { rows } = await sql.query<{ id: string }>(
    `insert into editorial.membership_proposals (board, act, person, content, entered_by)
     values ($1, $2, $3::int, $4::jsonb, $5::int) returning id`,
    [content.board, act, content.person, JSON.stringify(content), entered.person],
  )
  return { outcome: 'proposed', proposalId: rows[0]?.id ?? '' }
}

/** An appointment that has not been ended. */
const demandStanding = async (sql: Sql, appointmentId: string) => {
  const { rows } = await sql.query<{ board: string; person: number; role: BoardRole }>(
    `select a.board, a.person, a.role from editorial.appointments a
     left join editorial.appointment_ends e on e.appointment_id = a.id
     where a.id = $1::uuid and e.appointment_id is null`,
    [uuidOrNull(appointmentId)],
  )
  const [found] = rows
  if (!found) throw boardError('appointment_missing')
  return found
}

const demandBoard = async (req: PayloadRequest, board: string) => {
  if ((await theOptions().boards(req)).some((one) => one.board === board)) return
  throw boardError('bad_input', { fields: [{ path: 'board' }] })
}

const demandAccount = async (sql: Sql, person: number) => {
  const { rows } = await sql.query(
    'select person from editorial.accounts where person = $1::int and is_active',
    [person],
  )
  if (rows.length === 0) throw boardError('bad_input', { fields: [{ path: 'person' }] })
}

const inTransaction = async <T>(
  req: PayloadRequest,
  work: (sql: Sql) => Promise<T>,
): Promise<T> => {
  try {
    return await withTransaction(req, work)
  } catch (error) {
    throw fromBoardDatabase(error)
  }
}
