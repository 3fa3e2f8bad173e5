import type { PayloadRequest } from 'payload'
import type { Voice } from '#domain/board/flow.ts'
import { sqlOf } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'
import { boardError } from '../errors.ts'
import { record } from '../ledger/record.ts'
import { signedBy } from '../ledger/signedBy.ts'
import type { Capacity, Standing } from '../people/standing.ts'
import type { Review } from '../store.ts'

/** One voice about one submission. */
export type Vote = {
  vote: 'approve' | 'return' | 'refuse'
  sha256: string
  reasonCode?: string
  /** The clause of the legal list a refusal rests on, and the day whose list it was (YYYY-MM-DD). */
  clause?: string
  listOn?: string
  explanation?: string
}

/**
 * Signs a voice into the board's chain and stores it; it is never changed.
 *
 * @returns the ballot's id
 * @throws PortalError already_voted
 */
export const castBallot = async (
  req: PayloadRequest,
  review: Review,
  voter: { standing: Standing; capacity: Capacity },
  vote: Vote,
): Promise<string> => {
  const sql = await sqlOf(req)
  const { standing, capacity } = voter
  const before = await ballotsOf(sql, review)
  if (before.some((one) => one.step === review.step && one.person === standing.person))
    throw boardError('already_voted')
  const { rows: made } = await sql.query<{ id: string }>('select gen_random_uuid() as id')
  const id = made[0]?.id ?? ''
  const place = await record(req, {
    board: review.board,
    kind: 'ballot',
    ...signedBy(standing.person, capacity),
    content: {
      id,
      submission: review.submissionId,
      collection: review.collection,
      document: review.docId,
      category: review.category,
      round: review.round,
      step: review.step,
      stepKey: review.flow?.steps[review.step]?.key ?? null,
      ...vote,
    },
  })
  await sql.query(
    `insert into editorial.ballots (id, submission_id, round, step, vote, person, role, acting_for, mandate_id, sha256,
       reason_code, explanation, board, ledger_n, clause, list_on)
     values ($1::uuid, $2::uuid, $3::int, $4::int, $5, $6::int, $7, $8::int, $9::uuid, $10, $11, $12, $13, $14::bigint, $15,
       $16::date)`,
    [
      id,
      review.submissionId,
      review.round,
      review.step,
      vote.vote,
      standing.person,
      capacity.role,
      capacity.actingFor ?? null,
      capacity.mandateId ?? null,
      vote.sha256,
      vote.reasonCode ?? null,
      vote.explanation ?? null,
      review.board,
      place.n,
      vote.clause ?? null,
      vote.listOn ?? null,
    ],
  )
  return id
}

/** A ballot of the round a submission is in. */
export type Ballot = Voice & {
  id: string
  person: number
  vote: string
  name: string | null
  castAt: string
  explanation: string | null
  actingForName: string | null
}

/** The ballots of the round a submission is in, in their order. */
export const ballotsOf = async (
  sql: Sql,
  review: Pick<Review, 'submissionId' | 'round'>,
): Promise<Ballot[]> => {
  const { rows } = await sql.query<Ballot>(
    `select b.id, b.person, b.vote, b.step, b.role, coalesce(a.identity, 'account:' || b.person) as identity, a.name,
       to_char(b.cast_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "castAt", b.explanation, p.name as "actingForName"
     from editorial.ballots b left join editorial.accounts a on a.person = b.person
     left join editorial.accounts p on p.person = b.acting_for
     where b.submission_id = $1::uuid and b.round = $2::int order by b.cast_at`,
    [uuidOrNull(review.submissionId), review.round],
  )
  return rows
}
