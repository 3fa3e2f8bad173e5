import type { PayloadRequest } from 'payload'
import { withTransaction } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { crossPostingError } from '../errors.ts'
import { submitCopy } from '../intake/takeIn.ts'
import { demandProposal, lockCopy } from '../proposals/store.ts'
import { demandHandler } from '../rights.ts'
import { demandReceiver } from '../sites.ts'
import { copyOf } from './findCopy.ts'
import type { Copy } from './findCopy.ts'
import { readFrozenText } from './frozenText.ts'
import { readRemote } from './copyStanding.ts'
import { releasedSource } from './readSource.ts'

/**
 * Gives an adapted copy the text of its original again: the newest text becomes its draft and goes to the board; the adapted
 * one stays among its versions.
 *
 * @throws PortalError not_a_copy, people_only, not_on_board, origin_unreadable (came from outside), origin_withdrawn,
 *   already_attached; those of the board's submission
 */
export const reattach = async (options: {
  req: PayloadRequest
  collection: string
  id: number
  now: Date
}): Promise<{ docId: number; submissionId: string }> => {
  const { req, collection, id, now } = options
  return withTransaction(req, async (sql) => {
    const copy = await copyOf(sql, { collection, docId: id })
    if (!copy) throw crossPostingError('not_a_copy')
    const site = await demandReceiver(sql, copy.log)
    const person = await demandHandler(req, site)
    await lockCopy(sql, copy)
    const remote = await readRemote(sql, copy)
    if (!remote) throw crossPostingError('origin_unreadable')
    if (remote.isWithdrawn) throw crossPostingError('origin_withdrawn')
    if (!copy.isAdapted && remote.seq === copy.takenSeq) throw crossPostingError('already_attached')
    const from = { log: copy.root.log, seq: remote.seq }
    const source = await releasedSource(sql, from, [copy.root.log])
    const proposal = await demandProposal(sql, await proposalFor(sql, copy, remote.seq))
    return submitCopy({ req, sql, proposal, site, source, mode: copy.mode, person, now })
  })
}

/** The proposal of that release: the one that waits, or one of its own. Earlier ones that wait give way. */
const proposalFor = async (sql: Sql, copy: Copy, seq: number): Promise<string> => {
  const { log, root, collection } = copy
  await sql.query(
    `update cross_posting.proposals set state = 'superseded', settled_at = clock_timestamp()
     where log = $1 and root_log = $2 and root_collection = $3 and root_id = $4 and state in ('proposed', 'under_review')
       and not (origin_log = $2 and origin_seq = $5::bigint)`,
    [log, root.log, root.collection, root.id, seq],
  )
  const { rows: open } = await sql.query<{ id: string }>(
    `select id from cross_posting.proposals where log = $1 and origin_log = $2 and origin_seq = $3::bigint
       and state in ('proposed', 'under_review') for update`,
    [log, root.log, seq],
  )
  if (open[0]) return open[0].id
  const { rows: found } = await sql.query<{ body: string; kind: string; sha256: string }>(
    'select body, kind, sha256 from release.releases where log = $1 and seq = $2::bigint',
    [root.log, seq],
  )
  const [release] = found
  if (!release) throw crossPostingError('origin_unreadable')
  const text = readFrozenText(collection, release.body)
  const { rows: made } = await sql.query<{ id: string }>(
    `insert into cross_posting.proposals (log, origin_log, origin_seq, collection, origin_doc_id, root_log, root_collection, root_id,
       sha256, title, category, content_kind, kind, mode, reason, hops)
     values ($1, $2, $3::bigint, $4, $5::int, $2, $6, $5, $7, $8, $9::int, $10, $11, $12, 'update', array[$2])
     returning id`,
    [
      log,
      root.log,
      seq,
      collection,
      root.id,
      root.collection,
      release.sha256,
      text.title,
      text.category,
      text.contentKind,
      release.kind,
      copy.mode,
    ],
  )
  return made[0]?.id ?? ''
}
