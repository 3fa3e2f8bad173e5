import type { Sql } from '#kit/transaction.ts'
import type { Review } from '../store.ts'

/** Somebody a submission can be sent back to. */
export type Clarifier = { person: number; name: string; roles: string[] }

/** Whom a submission can be sent back to: who submitted it first, then who supplied it, then the others of the board. */
export const clarifiersOf = async (
  sql: Sql,
  review: Pick<Review, 'board' | 'submittedBy' | 'supplier'>,
): Promise<Clarifier[]> => {
  const { rows } = await sql.query<Clarifier>(
    `select a.person, a.name, coalesce(json_agg(distinct f.role) filter (where f.role is not null), '[]') as roles
     from editorial.accounts a
     left join editorial.in_force(editorial.day_of(clock_timestamp())) f on f.person = a.person and f.board = $1
     where a.is_active and (f.board is not null or a.person in ($2::int, $3::int))
     group by a.person, a.name
     order by a.person <> $2::int, a.person <> $3::int, a.name limit 100`,
    [review.board, review.submittedBy, review.supplier],
  )
  return rows
}
