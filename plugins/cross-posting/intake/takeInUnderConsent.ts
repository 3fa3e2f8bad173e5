import type { PayloadRequest } from 'payload'
import { confirmReleased } from '#plugins/release-log/index.ts'
import { PortalError } from '#kit/portalError.ts'
import { sqlOf, withTransaction } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { findCopy } from '../copies/findCopy.ts'
import { sourceOf } from '../copies/readSource.ts'
import { writeCopy } from '../copies/writeCopy.ts'
import { theOptions } from '../options.ts'
import { lockProposal } from '../proposals/store.ts'
import { tellProposed } from '../proposals/tellProposed.ts'
import { demandReceiver } from '../sites.ts'
import type { Proposal } from '../types.ts'

/**
 * Takes an item in and makes it public under a standing consent of the receiving board, without a person. Where no consent
 * covers it, or the database refuses, it stays in the inbox and the board is told. Safe to run again.
 *
 * @param options.req a job's, without a user
 */
export const takeInUnderConsent = async (options: {
  req: PayloadRequest
  proposalId: string
}): Promise<void> => {
  const { req, proposalId } = options
  try {
    const done = await withTransaction(req, (sql) => letIn(req, sql, proposalId))
    if (done) await confirmReleased({ req, release: done })
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    // A newer release, or a withdrawal, is on its way through the log and settles this one.
    if (error.code === 'origin_stale') return
    await leaveInInbox(req, proposalId, error.code)
  }
}

type Released = Parameters<typeof confirmReleased>[0]['release']

const letIn = async (
  req: PayloadRequest,
  sql: Sql,
  proposalId: string,
): Promise<Released | undefined> => {
  const proposal = await lockProposal(sql, proposalId)
  if (proposal.state !== 'proposed' || proposal.originSeq === null) return undefined
  const copy = await findCopy(sql, proposal)
  const consentId = await consentOf(sql, proposal, copy?.isPublic ?? false)
  if (!consentId || copy?.isAdapted || (await isOnDesk(sql, proposal))) {
    await wait(sql, proposal, consentId ? 'copy_busy' : 'no_consent')
    return undefined
  }
  const { log, collection, root, originLog, mode } = proposal
  const site = await demandReceiver(sql, log)
  const source = await sourceOf(sql, proposal)
  const id = await writeCopy({
    req,
    sql,
    site,
    collection,
    root,
    sourceLog: originLog,
    source,
    mode,
  })
  const kind = !copy?.isPublic ? 'publish' : proposal.kind === 'correct' ? 'correct' : 'update'
  const done = await theOptions().board.releaseUnderConsent({
    req,
    collection,
    id,
    consentId,
    origin: { log: originLog, seq: proposal.originSeq },
    kind,
  })
  await sql.query(
    `update cross_posting.proposals set state = 'accepted', consent_id = $2::uuid, doc_id = $3::int, taken_at = clock_timestamp(),
       settled_at = clock_timestamp() where id = $1::uuid`,
    [proposalId, consentId, id],
  )
  return done as Released // the log's own row, by way of the board
}

const consentOf = (sql: Sql, proposal: Proposal, isUpdate: boolean): Promise<string | null> => {
  const { log, originLog, collection, category, contentKind, isEmergency } = proposal
  const item = { log, sourceLog: originLog, collection, category, contentKind }
  return theOptions().board.consentFor(sql, { ...item, isUpdate, isEmergency })
}

/** An earlier version lies before the board: what it decides is its own; the newer waits beside it. */
const isOnDesk = async (sql: Sql, { log, root }: Proposal): Promise<boolean> => {
  const { rows } = await sql.query(
    `select from cross_posting.proposals where log = $1 and root_log = $2 and root_collection = $3 and root_id = $4
       and state = 'under_review' limit 1`,
    [log, root.log, root.collection, root.id],
  )
  return rows.length > 0
}

const leaveInInbox = async (req: PayloadRequest, proposalId: string, code: string) =>
  withTransaction(req, async () => {
    const sql = await sqlOf(req)
    const proposal = await lockProposal(sql, proposalId)
    if (proposal.state === 'proposed') await wait(sql, proposal, code)
  })

const wait = async (sql: Sql, proposal: Proposal, code: string) => {
  await sql.query(
    `insert into cross_posting.proposal_events (proposal_id, verb, code) values ($1::uuid, 'notLetIn', $2)`,
    [proposal.id, code],
  )
  await tellProposed(sql, proposal, [proposal])
}
