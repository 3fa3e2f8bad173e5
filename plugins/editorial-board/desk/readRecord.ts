import type { PayloadRequest } from 'payload'
import type { Label } from '#kit/label.ts'
import { sqlOf } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { theOptions } from '../options.ts'
import { findReview } from '../store.ts'
import type { Review } from '../store.ts'
import { hashOf } from '../verbs/hashOf.ts'
import { boardsOf } from './boardsOf.ts'
import type { Board } from './boardsOf.ts'

/** Where an act stands in its board's signed chain. */
export type RecordEntry = { n: number; hash: string; keyIds: string[] }

/** The written mandate under which somebody acted; days are YYYY-MM-DD. */
export type RecordMandate = {
  forName: string | null
  document: string
  startsOn: string
  endsOn: string
}

type Act = {
  id: string
  byName: string | null
  role: string
  /** ISO 8601. */
  at: string
  explanation: string | null
  mandate: RecordMandate | null
  entry: RecordEntry | null
}

/** Everything that proves what a board decided about a submission. Times are ISO 8601. */
export type ApprovalRecord = {
  review: Review
  board: Board
  sha256: string
  /** Names of those who wrote in it since the last release. */
  contributors: string[]
  ballots: (Act & {
    vote: string
    sha256: string
    stepLabel: Label | null
    clause: string | null
  })[]
  decision: (Act & { kind: string; publishAt: string | null }) | null
  revocation: { byName: string | null; at: string; reason: string } | null
  releases: {
    log: string
    seq: number
    kind: string
    releasedAt: string
    entry: RecordEntry | null
  }[]
  /** Name of the signed-in person, who prints it. */
  readerName: string | null
  /** Where anybody verifies the released text. */
  verifierUrl: string | null
}

/** The record of a submission; null when there is none or when the signed-in person may not see the desk of its board. */
export const readRecord = async (
  req: PayloadRequest,
  submissionId: string,
): Promise<ApprovalRecord | null> => {
  const sql = await sqlOf(req)
  const review = await findReview(sql, submissionId)
  const board = review && (await boardsOf(req)).find((one) => one.logs.includes(review.log))
  if (!board) return null
  const sha256 = await hashOf(sql, submissionId)
  const { rows: people } = await sql.query<{ person: number; name: string }>(
    `select person, name from editorial.accounts where person = any($1::int[]) or person = $2::int order by name`,
    [`{${review.contributors.join(',')}}`, req.user?.id ?? 0],
  )
  const id = review.decisionId
  return {
    review,
    board,
    sha256,
    contributors: people
      .filter((one) => review.contributors.includes(one.person))
      .map((one) => one.name),
    readerName: people.find((one) => one.person === req.user?.id)?.name ?? null,
    ballots: await ballotsIn(sql, submissionId),
    decision: id ? await decisionIn(sql, id) : null,
    revocation: id ? await revocationIn(sql, id) : null,
    releases: id ? await releasesIn(sql, id, review.board) : [],
    verifierUrl: theOptions().verifierUrl?.(sha256) ?? null,
  }
}

const entryIn = (board: string, id: string) => `(
  select json_build_object('n', l.n, 'hash', l.hash,
    'keyIds', (select json_agg(s ->> 'keyId') from jsonb_array_elements(l.signatures) s))
  from editorial.ledger l where l.text::jsonb #>> '{content,id}' = ${id}::text and l.board = ${board} order by l.n limit 1)`

const mandate = `(select json_build_object('forName', p.name, 'document', m.document, 'startsOn', m.starts_on, 'endsOn', m.ends_on)
  from editorial.mandates m left join editorial.accounts p on p.person = m.principal where m.id = x.mandate_id)`

const iso = (column: string) => `to_json(${column}) #>> '{}'`

const ballotsIn = async (sql: Sql, submissionId: string) => {
  const { rows } = await sql.query<ApprovalRecord['ballots'][number]>(
    `select x.id, a.name as "byName", x.role, ${iso('x.cast_at')} as at, x.explanation, x.vote, x.sha256, x.clause,
       r.flow -> 'steps' -> x.step -> 'label' as "stepLabel", ${mandate} as mandate, ${entryIn('x.board', 'x.id')} as entry
     from editorial.ballots x left join editorial.accounts a on a.person = x.person
     left join editorial.reviews r on r.submission_id = x.submission_id
     where x.submission_id = $1::uuid order by x.cast_at`,
    [uuidOrNull(submissionId)],
  )
  return rows
}

const decisionIn = async (sql: Sql, decisionId: string) => {
  const { rows } = await sql.query<NonNullable<ApprovalRecord['decision']>>(
    `select x.id, a.name as "byName", x.capacity as role, ${iso('x.decided_at')} as at, x.explanation, x.kind,
       ${iso('x.publish_at')} as "publishAt", ${mandate} as mandate, ${entryIn('editorial.board_of(x.log)', 'x.id')} as entry
     from release.decisions x left join editorial.accounts a on a.person = x.decided_by where x.id = $1::uuid`,
    [decisionId],
  )
  return rows[0] ?? null
}

const revocationIn = async (sql: Sql, decisionId: string) => {
  const { rows } = await sql.query<NonNullable<ApprovalRecord['revocation']>>(
    `select a.name as "byName", ${iso('v.revoked_at')} as at, v.reason from editorial.revocations v
     left join editorial.accounts a on a.person = v.revoked_by where v.decision_id = $1::uuid`,
    [decisionId],
  )
  return rows[0] ?? null
}

const releasesIn = async (sql: Sql, decisionId: string, board: string) => {
  const { rows } = await sql.query<ApprovalRecord['releases'][number]>(
    `select x.log, x.seq::float8 as seq, x.kind, ${iso('x.released_at')} as "releasedAt", ${entryIn('$2', 'x.id')} as entry
     from release.releases x where x.decision_id = $1::uuid order by x.log, x.seq`,
    [decisionId, board],
  )
  return rows
}
