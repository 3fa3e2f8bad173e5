import type { PayloadRequest } from 'payload'
import { confirmReleased, freezeSubmission } from '#plugins/release-log/index.ts'
import type { Release } from '#plugins/release-log/index.ts'
import { withTransaction } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { boardError } from '../errors.ts'
import { recordEvent } from '../reviewEvents.ts'
import { supersedeOpen } from '../store.ts'
import { releaseSigned } from '../verbs/releaseDecided.ts'
import { originOf } from './originOf.ts'
import { recordIncoming } from './recordIncoming.ts'

/**
 * Makes a copy public under a standing consent of the receiving board, at once and without a person: decided by whoever gave
 * the consent, in the capacity `consent`. The database compares the draft with the release it was taken from and asks the
 * consent, when the decision is recorded and again when it is carried out.
 *
 * Called inside a transaction it joins it; then the caller runs `confirmReleased` of the release log after its own commit.
 *
 * @param options.req without a user: a job's
 * @param options.origin the release of the other log that is copied
 * @throws PortalError consent_missing, origin_missing, origin_stale, no_consent, consent_not_in_force, consent_not_covering,
 *   copy_differs, copy_adapted, withdrawn_here, on_hold; those of freezeSubmission and release()
 */
export const releaseUnderConsent = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  consentId: string
  origin: { log: string; seq: number }
  kind: 'publish' | 'update' | 'correct'
}): Promise<Release> => {
  const { req, collection, id, consentId, kind } = options
  const isJoined = Boolean(await req.transactionID)
  const made = await withTransaction(req, async (sql) => {
    const consent = await lockConsent(sql, consentId)
    const origin = await originOf(sql, options.origin)
    if (!origin) throw boardError('origin_missing')
    const submission = await freezeSubmission({ req, collection, id })
    const { category, contentKind, isEmergency, log, seq, document } = origin
    const decision = await recordIncoming(
      req,
      {
        board: consent.board,
        origin: { log, seq, document },
        measured: { category, contentKind, isEmergency },
      },
      {
        submissionId: submission.id,
        log: submission.log,
        collection,
        docId: id,
        kind,
        sha256: submission.sha256,
        decidedBy: consent.grantedBy,
        capacity: 'consent',
        consentId,
      },
    )
    const at = { board: consent.board, collection, docId: id }
    await supersedeOpen(sql, { ...at, by: consent.grantedBy })
    await recordEvent(sql, {
      ...at,
      submissionId: submission.id,
      actor: consent.grantedBy,
      role: 'consent',
      verb: 'consented',
    })
    return releaseSigned(req, consent.board, decision.id)
  })
  if (!isJoined) await confirmReleased({ req, release: made })
  return made
}

/** The board's chain is locked first: a revocation of the consent at the same moment waits, or is seen. */
const lockConsent = async (sql: Sql, consentId: string) => {
  const { rows } = await sql.query<{ board: string; grantedBy: number }>(
    `select board, granted_by as "grantedBy" from editorial.consents where id = $1::uuid`,
    [uuidOrNull(consentId)],
  )
  const [consent] = rows
  if (!consent) throw boardError('consent_missing')
  await sql.query('select n from editorial.lock_ledger($1)', [consent.board])
  return consent
}
