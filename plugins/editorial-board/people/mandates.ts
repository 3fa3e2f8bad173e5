import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { boardError, fromBoardDatabase } from '../errors.ts'
import { record } from '../ledger/record.ts'
import { theOptions } from '../options.ts'
import { demandDays } from './days.ts'
import { isSamePerson } from './register.ts'
import { demandPerson } from './standing.ts'

/** A mandate as it is given (uỷ quyền). Days are YYYY-MM-DD, both included; a null scope is everything. */
export type Mandate = {
  board: string
  /** The head who is absent. */
  principal: number
  /** The deputy or member who acts. */
  delegate: number
  collections: string[] | null
  categories: number[] | null
  startsOn: string
  endsOn: string
  /** Number and date of the written mandate. */
  document: string
}

/**
 * Enters a mandate: by the head himself, or by a registrar from the written document. Nobody gives one to himself, and
 * whoever holds one does not pass it on.
 *
 * @throws PortalError reason_required, bad_days, bad_input (a scope of nothing), principal_not_head, delegate_not_on_board,
 *   people_only, not_a_registrar, not_about_oneself
 */
export const grantMandate = async (options: {
  req: PayloadRequest
  mandate: Mandate
}): Promise<{ id: string }> => {
  const { req, mandate } = options
  const document = mandate.document.trim()
  if (document === '') throw boardError('reason_required')
  const { startsOn, endsOn } = demandDays(mandate)
  if (endsOn === null) throw boardError('bad_days')
  const person = demandPerson(req)
  demandScope(mandate)
  const isRegistrar = theOptions().isRegistrar(req)
  if (!isRegistrar && person !== mandate.principal) throw boardError('not_a_registrar')
  try {
    return await withTransaction(req, async (sql) => {
      for (const one of [person, mandate.principal])
        if (await isSamePerson(sql, one, mandate.delegate)) throw boardError('not_about_oneself')
      const { rows } = await sql.query<{ id: string }>('select gen_random_uuid() as id')
      const id = rows[0]?.id ?? ''
      const { board, ...content } = { ...mandate, startsOn, endsOn, document }
      const capacity = person === mandate.principal ? 'head' : 'registrar'
      const entry = { board, kind: 'mandate' as const, by: person, capacity }
      const place = await record(req, { ...entry, content: { id, ...content } })
      await sql.query(
        `insert into editorial.mandates (id, board, principal, delegate, collections, categories, starts_on, ends_on, document,
           granted_by, ledger_n)
         values ($1::uuid, $2, $3::int, $4::int, $5::text[], $6::int[], $7::date, $8::date, $9, $10::int, $11::bigint)`,
        [
          id,
          board,
          content.principal,
          content.delegate,
          content.collections ? `{${content.collections.join(',')}}` : null,
          content.categories ? `{${content.categories.join(',')}}` : null,
          startsOn,
          endsOn,
          document,
          person,
          place.n,
        ],
      )
      return { id }
    })
  } catch (error) {
    throw fromBoardDatabase(error)
  }
}

/**
 * Ends a mandate at once: by its principal or a registrar, with a reason. Decisions that wait for their time under it lapse.
 *
 * @throws PortalError reason_required, appointment_missing, people_only, not_a_registrar
 */
export const endMandate = async (options: {
  req: PayloadRequest
  mandateId: string
  reason: string
}): Promise<void> => {
  const { req, mandateId } = options
  const reason = options.reason.trim()
  if (reason === '') throw boardError('reason_required')
  const person = demandPerson(req)
  await withTransaction(req, async (sql) => {
    const { rows } = await sql.query<{ board: string; principal: number }>(
      `select m.board, m.principal from editorial.mandates m left join editorial.mandate_ends e on e.mandate_id = m.id
       where m.id = $1::uuid and e.mandate_id is null`,
      [uuidOrNull(mandateId)],
    )
    const [found] = rows
    if (!found) throw boardError('appointment_missing')
    const isPrincipal = person === found.principal
    if (!isPrincipal && !theOptions().isRegistrar(req)) throw boardError('not_a_registrar')
    const place = await record(req, {
      board: found.board,
      kind: 'mandateEnd',
      by: person,
      capacity: isPrincipal ? 'head' : 'registrar',
      content: { mandate: mandateId, reason },
    })
    await sql.query(
      `insert into editorial.mandate_ends (mandate_id, reason, ended_by, board, ledger_n)
       values ($1::uuid, $2, $3::int, $4, $5::bigint)`,
      [mandateId, reason, person, place.board, place.n],
    )
  })
}

/** A scope names content types that are decided over, and at least one of whatever it names. */
const demandScope = ({ collections, categories }: Mandate) => {
  const known = theOptions().governed.map(({ slug }) => slug)
  if (collections && (collections.length === 0 || collections.some((one) => !known.includes(one))))
    throw boardError('bad_input', { fields: [{ path: 'collections' }] })
  if (categories?.length === 0) throw boardError('bad_input', { fields: [{ path: 'categories' }] })
}
