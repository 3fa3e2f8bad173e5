import type { PayloadRequest } from 'payload'
import { newestRaw } from '#plugins/release-log/index.ts'
import { sqlOf } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { crossPostingError } from '../errors.ts'
import { demandReader } from '../rights.ts'
import { findSite } from '../sites.ts'
import type { Origin } from '../types.ts'
import { copyOf } from './findCopy.ts'
import type { Copy } from './findCopy.ts'
import { readFrozenText } from './frozenText.ts'
import { saysTheSame } from './expectedText.ts'

/** The newest release of the item at its origin. */
export type Remote = {
  seq: number
  kind: string
  sha256: string | null
  releasedAt: string
  isWithdrawn: boolean
  /** Its text is another than the one that was copied. */
  differs: boolean
}

/** Where a copy stands to its original. */
export type CopyStanding = {
  log: string
  docId: number
  origin: Origin
  /** Edited here: a fork, which updates of the original do not touch. */
  isAdapted: boolean
  isPublic: boolean
  /** Null for what came from outside. */
  remote: Remote | null
  /** The proposal that offers the newest version, still open. */
  proposalId: string | null
  /** An earlier or the newest version lies before the board. */
  isUnderReview: boolean
}

/**
 * What a document is a copy of, whether it was adapted, and what its original says now; null when it is no copy.
 *
 * @throws PortalError not_on_board
 */
export const copyStanding = async (options: {
  req: PayloadRequest
  collection: string
  id: number
}): Promise<CopyStanding | null> => {
  const { req, collection, id } = options
  const sql = await sqlOf(req)
  const copy = await copyOf(sql, { collection, docId: id })
  if (!copy) return null
  const site = await findSite(sql, copy.log)
  if (!site) throw crossPostingError('not_on_board')
  await demandReader(req, site)
  const draft = await newestRaw({ req, collection, id })
  const open = await openOf(sql, copy)
  return {
    log: copy.log,
    docId: id,
    origin: draft?.raw.origin as Origin, // written with the copy
    isAdapted: copy.isAdapted,
    isPublic: copy.isPublic,
    remote: await readRemote(sql, copy),
    proposalId: open.find((one) => one.state === 'proposed')?.id ?? null,
    isUnderReview: open.some((one) => one.state === 'under_review'),
  }
}

/** The newest release of a copy's original; null for what came from outside. */
export const readRemote = async (sql: Sql, copy: Copy): Promise<Remote | null> => {
  if (copy.takenSeq === null) return null
  const { rows } = await sql.query<
    Omit<Remote, 'differs'> & { body: string | null; taken: string | null }
  >(
    `select r.seq::float8 as seq, r.kind, r.sha256, to_json(r.released_at) #>> '{}' as "releasedAt",
       r.kind = 'withdraw' as "isWithdrawn", r.body,
       (select t.body from release.releases t where t.log = $1 and t.seq = $4::bigint) as taken
     from release.releases r where r.log = $1 and r.collection = $2 and r.doc_id = $3::int order by r.seq desc limit 1`,
    [copy.root.log, copy.root.collection, Number(copy.root.id), copy.takenSeq],
  )
  const [row] = rows
  if (!row) return null
  const { body, taken, ...remote } = row
  return { ...remote, differs: isOther(copy.collection, body, taken) }
}

const isOther = (collection: string, body: string | null, taken: string | null): boolean =>
  body !== null &&
  taken !== null &&
  !saysTheSame(
    collection,
    readFrozenText(collection, body).locales,
    readFrozenText(collection, taken).locales,
  )

const openOf = async (sql: Sql, { log, root }: Copy) => {
  const { rows } = await sql.query<{ id: string; state: string }>(
    `select id, state from cross_posting.proposals where log = $1 and root_log = $2 and root_collection = $3 and root_id = $4
       and state in ('proposed', 'under_review') order by offered_at desc`,
    [log, root.log, root.collection, root.id],
  )
  return rows
}
