import { access } from 'node:fs/promises'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { sqlOf, withTransaction } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { fromDatabase, releaseError } from '../errors.ts'
import { governedOf, optionsOf } from '../options.ts'
import { bumpKnownSequence } from '../read/knownSequences.ts'
import type { Decision, Release } from '../types.ts'
import { decisionColumns } from './recordDecision.ts'
import { takeDown } from './takeDown.ts'
import { writeLive } from './writeLive.ts'

/**
 * Carries out a decision: the one way anything becomes public, changes in public or is withdrawn. The log row, the read
 * rows, the followers' jobs and Payload's own row are written in one transaction. Called inside a transaction it joins it;
 * then the caller runs `confirmReleased` after its own commit.
 *
 * @throws PortalError `decision_missing`, `decision_already_used`, `decision_no_longer_matches`, `decision_not_due`,
 *   `nothing_to_withdraw`, `document_moved`, `file_missing`, `release_not_confirmed`
 * @example const { log, seq } = await release({ req, decisionId: decision.id })
 */
export const release = async (options: {
  req: PayloadRequest
  decisionId: string
}): Promise<Release> => {
  const { req, decisionId } = options
  const isJoined = Boolean(await req.transactionID)
  let done: Release
  try {
    done = await withTransaction(req, (sql) => carryOut(req, sql, decisionId))
  } catch (error) {
    throw fromDatabase(error)
  }
  if (!isJoined) await confirmReleased({ req, release: done })
  return done
}

/**
 * Reads a release back on another connection, for Payload answers a failed commit as a success; then lets this process's
 * readers know of it.
 *
 * @throws PortalError `release_not_confirmed`
 */
export const confirmReleased = async (options: {
  req: PayloadRequest
  release: Pick<Release, 'id' | 'log' | 'seq'>
}): Promise<void> => {
  const { log, seq, id } = options.release
  const outside = await sqlOf({ ...options.req, transactionID: undefined } as PayloadRequest) // the pool, not a transaction
  const { rowCount } = await outside.query('select from release.releases where id = $1::uuid', [id])
  if (rowCount !== 1) throw releaseError('release_not_confirmed', { log, seq })
  bumpKnownSequence(log, seq)
}

/** The latest release of a document that is public now; null when it never was or was withdrawn. */
export const isReleased = async (options: {
  req: PayloadRequest
  collection: string
  id: number
}): Promise<{ seq: number; kind: string; sha256: string } | null> => {
  const sql = await sqlOf(options.req)
  const { rows } = await sql.query<{ seq: string; kind: string; sha256: string }>(
    `select seq, kind, sha256 from release.releases where collection = $1 and doc_id = $2::int
     order by released_at desc, seq desc limit 1`,
    [options.collection, options.id],
  )
  const [last] = rows
  return last && last.kind !== 'withdraw' ? { ...last, seq: Number(last.seq) } : null
}

const carryOut = async (req: PayloadRequest, sql: Sql, decisionId: string): Promise<Release> => {
  const { rows } = await sql.query<Decision>(
    `select ${decisionColumns} from release.decisions where id = $1::uuid`,
    [uuidOrNull(decisionId)],
  )
  const [decision] = rows
  if (!decision) throw releaseError('decision_missing')
  governedOf(req.payload, decision.collection)
  const target = { req, collection: decision.collection, id: decision.docId }
  if (decision.kind === 'withdraw') {
    const done = await append(sql, decisionId)
    await takeDown(target)
    return done
  }
  const submission = await submissionOf(sql, decision.submissionId)
  await demandFiles(req, submission.body)
  const done = await append(sql, decisionId)
  await writeLive({ ...target, sql, raw: submission.raw, sha256: submission.sha256 })
  return done
}

const append = async (sql: Sql, decisionId: string): Promise<Release> => {
  const { rows } = await sql.query<Release & { seq: string }>(
    `select id, log, seq, collection, doc_id as "docId", kind, sha256, to_json(released_at) #>> '{}' as "releasedAt"
     from release.append($1::uuid)`,
    [decisionId],
  )
  const [row] = rows
  if (!row) throw releaseError('decision_missing')
  return { ...row, seq: Number(row.seq) }
}

type Frozen = { body: string; sha256: string; raw: Record<string, unknown> }

const submissionOf = async (sql: Sql, id: string | null): Promise<Frozen> => {
  const { rows } = await sql.query<Frozen>(
    'select body, sha256, raw from release.submissions where id = $1::uuid',
    [id],
  )
  const [found] = rows
  if (!found) throw releaseError('decision_no_longer_matches')
  return found
}

/** Every file the body shows is there under its hash. */
const demandFiles = async (req: PayloadRequest, body: string) => {
  const { mediaDir } = optionsOf(req.payload)
  const names = new Set(
    [...body.matchAll(/"\/released\/([0-9a-f]{64}[.\w-]*)"/g)].map((m) => m[1] ?? ''),
  )
  for (const name of names) {
    try {
      await access(path.join(mediaDir, 'released', name))
    } catch (cause) {
      throw Object.assign(releaseError('file_missing', { file: name }), { cause })
    }
  }
}
