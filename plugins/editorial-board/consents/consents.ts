import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { boardError } from '../errors.ts'
import { record } from '../ledger/record.ts'
import { signedBy } from '../ledger/signedBy.ts'
import { demandDays } from '../people/days.ts'
import { demandDecider } from '../rights.ts'

/**
 * What a board wants of another log, and what of it it lets in without deciding on each item. With none of the three flags
 * everything within the scope is offered to the board. Days are YYYY-MM-DD, both included.
 */
export type Consent = {
  /** The log that receives. */
  log: string
  /** The log the items come from. */
  sourceLog: string
  /** Null is every content type, every section. */
  collections: string[] | null
  categories: number[] | null
  /** Kinds of content, as the collection's projection names them; null or absent is every kind. */
  kinds?: string[] | null
  /** New items. */
  mayPublish: boolean
  /** Changes of what was let in, as long as it was not adapted here. */
  mayUpdate: boolean
  /** New and changed items that went out by the other log's emergency lane. @default false */
  mayEmergency?: boolean
  startsOn: string
  endsOn: string
  /** The board's written resolution. */
  document: string
}

/**
 * The head of the receiving board, or who acts for the head, gives a standing consent for cross-posting: scope, what it
 * covers, and an end.
 *
 * @throws PortalError reason_required (no document), bad_days, bad_input (its own log), people_only,
 *   not_a_member
 */
export const grantConsent = async (options: {
  req: PayloadRequest
  consent: Consent
}): Promise<{ id: string }> => {
  const { req, consent } = options
  const document = consent.document.trim()
  if (document === '') throw boardError('reason_required')
  const { startsOn, endsOn } = demandDays(consent)
  if (endsOn === null) throw boardError('bad_days')
  if (consent.log === consent.sourceLog) throw boardError('bad_input')
  const { kinds = null, mayEmergency = false } = consent
  return withTransaction(req, async (sql) => {
    const item = { log: consent.log, collection: '', category: null }
    const { standing, capacity } = await demandDecider(req, item)
    const { rows } = await sql.query<{ id: string }>('select gen_random_uuid() as id')
    const id = rows[0]?.id ?? ''
    const content = { id, ...consent, kinds, mayEmergency, startsOn, endsOn, document }
    const { board, person } = standing
    const place = await record(req, {
      ...signedBy(person, capacity),
      board,
      kind: 'consent',
      content,
    })
    await sql.query(
      `insert into editorial.consents (id, board, log, source_log, collections, categories, may_publish, may_update, starts_on,
         ends_on, document, granted_by, acting_for, mandate_id, ledger_n, kinds, may_emergency)
       values ($1::uuid, $2, $3, $4, $5::text[], $6::int[], $7::boolean, $8::boolean, $9::date, $10::date, $11, $12::int, $13::int,
         $14::uuid, $15::bigint, $16::text[], $17::boolean)`,
      [
        id,
        board,
        consent.log,
        consent.sourceLog,
        arrayOf(consent.collections),
        arrayOf(consent.categories),
        consent.mayPublish,
        consent.mayUpdate,
        startsOn,
        endsOn,
        document,
        person,
        capacity.actingFor ?? null,
        capacity.mandateId ?? null,
        place.n,
        arrayOf(kinds),
        mayEmergency,
      ],
    )
    return { id }
  })
}

/**
 * Revokes a standing consent at once. What came in under it stays until it is withdrawn.
 *
 * @throws PortalError reason_required, consent_missing, people_only, not_a_member
 */
export const endConsent = async (options: {
  req: PayloadRequest
  consentId: string
  reason: string
}): Promise<void> => {
  const { req, consentId } = options
  const reason = options.reason.trim()
  if (reason === '') throw boardError('reason_required')
  await withTransaction(req, async (sql) => {
    const { rows } = await sql.query<{ log: string }>(
      `select c.log from editorial.consents c left join editorial.consent_ends e on e.consent_id = c.id
       where c.id = $1::uuid and e.consent_id is null`,
      [uuidOrNull(consentId)],
    )
    const [found] = rows
    if (!found) throw boardError('consent_missing')
    const item = { log: found.log, collection: '', category: null }
    const { standing, capacity } = await demandDecider(req, item)
    const place = await record(req, {
      ...signedBy(standing.person, capacity),
      board: standing.board,
      kind: 'consentEnd',
      content: { consent: consentId, reason },
    })
    await sql.query(
      `insert into editorial.consent_ends (consent_id, reason, ended_by, board, ledger_n)
       values ($1::uuid, $2, $3::int, $4, $5::bigint)`,
      [consentId, reason, standing.person, place.board, place.n],
    )
  })
}

const arrayOf = (values: readonly (string | number)[] | null): string | null =>
  values === null ? null : `{${values.map((one) => JSON.stringify(one)).join(',')}}`
