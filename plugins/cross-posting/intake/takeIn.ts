import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { findCopy } from '../copies/findCopy.ts'
import { sourceOf } from '../copies/readSource.ts'
import type { Source } from '../copies/readSource.ts'
import { writeCopy } from '../copies/writeCopy.ts'
import { crossPostingError } from '../errors.ts'
import { crossPosted, theOptions } from '../options.ts'
import { lockProposal } from '../proposals/store.ts'
import { demandHandler } from '../rights.ts'
import { demandReceiver } from '../sites.ts'
import type { Mode, Proposal } from '../types.ts'
import { demandCategory } from './demandCategory.ts'

/**
 * A person of the receiving board takes up what was offered: its text becomes the draft of a copy, written by the system, and
 * goes to that board in the ordinary flow. What was offered is frozen: a change at the origin does not reach it.
 *
 * @param options.category section of the receiving site; else that of the copy or of the original
 * @param options.mode whole text or link card; else as it was offered
 * @throws PortalError proposal_missing, people_only, not_on_board, not_open, copy_adapted, origin_withdrawn, unknown_category,
 *   site_missing; those of the board's submission
 */
export const takeIn = async (options: {
  req: PayloadRequest
  proposalId: string
  category?: number
  mode?: Mode
  now: Date
}): Promise<{ docId: number; submissionId: string }> => {
  const { req, proposalId, category, now } = options
  return withTransaction(req, async (sql) => {
    const proposal = await lockProposal(sql, proposalId)
    const site = await demandReceiver(sql, proposal.log)
    const person = await demandHandler(req, site)
    if (proposal.state !== 'proposed')
      throw crossPostingError('not_open', { state: proposal.state })
    if ((await findCopy(sql, proposal))?.isAdapted) throw crossPostingError('copy_adapted')
    await demandPublicOrigin(sql, proposal)
    if (category !== undefined && crossPosted(proposal.collection)?.projection.category)
      await demandCategory(req, proposal.collection, category)
    const source = await sourceOf(sql, proposal)
    const mode = options.mode ?? proposal.mode
    return submitCopy({ req, sql, proposal, site, source, mode, category, person, now })
  })
}

/** Writes the copy, marks the proposal and hands the draft to its board. */
export const submitCopy = async (taken: {
  req: PayloadRequest
  sql: Sql
  proposal: Proposal
  site: Awaited<ReturnType<typeof demandReceiver>>
  source: Source
  mode: Mode
  category?: number | undefined
  person: number
  now: Date
}): Promise<{ docId: number; submissionId: string }> => {
  const { req, sql, proposal, site, source, mode, person, now } = taken
  const { collection, root, originLog: sourceLog } = proposal
  const id = await writeCopy({
    req,
    sql,
    site,
    collection,
    root,
    sourceLog,
    source,
    mode,
    category: taken.category,
  })
  await sql.query(
    `update cross_posting.proposals set state = 'under_review', mode = $2, doc_id = $3::int, taken_by = $4::int,
       taken_at = clock_timestamp() where id = $1::uuid`,
    [proposal.id, mode, id, person],
  )
  const { submissionId } = await theOptions().board.submitIncoming({
    req,
    collection,
    id,
    now,
    note: proposal.note ?? '',
  })
  return { docId: id, submissionId }
}

/** What was withdrawn at the origin meanwhile is not taken in, even before its proposal is taken back. */
const demandPublicOrigin = async (sql: Sql, proposal: Proposal) => {
  if (proposal.originSeq === null) return
  const { rows } = await sql.query<{ kind: string }>(
    `select kind from release.releases where collection = $1 and doc_id = $2::int
     order by released_at desc, seq desc limit 1`,
    [proposal.collection, proposal.originDocId],
  )
  if (rows[0]?.kind === 'withdraw') throw crossPostingError('origin_withdrawn')
}
