import type { PayloadRequest } from 'payload'
import { confirmReleased, isReleased } from '#plugins/release-log/index.ts'
import type { Release } from '#plugins/release-log/index.ts'
import { withTransaction } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { boardError } from '../errors.ts'
import { recordEvent } from '../reviewEvents.ts'
import { releaseSigned } from '../verbs/releaseDecided.ts'
import { originOf } from './originOf.ts'
import { recordIncoming } from './recordIncoming.ts'

/**
 * Takes a copy, adapted or not, off all public surfaces because it was withdrawn where it came from: at once, without a
 * member of the receiving board, in the capacity `origin`. The head is told afterwards. Stands on a legal hold too.
 *
 * Called inside a transaction it joins it; then the caller runs `confirmReleased` of the release log after its own commit.
 *
 * @param options.req without a user: a job's
 * @param options.origin the withdrawal at the origin
 * @throws PortalError not_public, origin_missing (no withdrawal of what this was copied from), origin_stale (public there
 *   again); those of release()
 */
export const withdrawWithOrigin = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  origin: { log: string; seq: number }
  reasonCode: string
  explanation: string
}): Promise<Release> => {
  const { req, collection, id, reasonCode } = options
  const explanation = options.explanation.trim()
  const isJoined = Boolean(await req.transactionID)
  const made = await withTransaction(req, async (sql) => {
    const { log, board } = await publicLog(sql, { req, collection, id })
    const found = await originOf(sql, options.origin)
    if (!found) throw boardError('origin_missing')
    const origin = { log: found.log, seq: found.seq, document: found.document }
    const decision = await recordIncoming(
      req,
      { board, origin },
      {
        submissionId: null,
        log,
        collection,
        docId: id,
        kind: 'withdraw',
        sha256: null,
        decidedBy: found.decidedBy,
        capacity: 'origin',
        reasonCode,
        ...(explanation === '' ? {} : { explanation }),
      },
    )
    await recordEvent(sql, {
      submissionId: null,
      board,
      collection,
      docId: id,
      actor: found.decidedBy,
      role: 'origin',
      verb: 'withdrawnWithOrigin',
      reasonCode,
      explanation: explanation || null,
    })
    return releaseSigned(req, board, decision.id)
  })
  if (!isJoined) await confirmReleased({ req, release: made })
  return made
}

const publicLog = async (
  sql: Sql,
  of: { req: PayloadRequest; collection: string; id: number },
): Promise<{ log: string; board: string }> => {
  if (!(await isReleased(of))) throw boardError('not_public')
  const { rows } = await sql.query<{ log: string; board: string }>(
    `select log, editorial.board_of(log) as board from release.releases where collection = $1 and doc_id = $2::int
     order by released_at desc, seq desc limit 1`,
    [of.collection, of.id],
  )
  const [row] = rows
  if (!row) throw boardError('not_public')
  return row
}
