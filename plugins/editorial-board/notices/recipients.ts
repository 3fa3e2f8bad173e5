import type { Sql } from '#kit/transaction.ts'
import { dayOf } from '../verbs/dayOf.ts'

/** Whom a waiting submission waits for: those who may vote at its step today and have not. */
export const waitsFor = (sql: Sql, submissionId: string, now: Date): Promise<number[]> =>
  peopleIn(sql, 'select p as person from editorial.waits_for($1::uuid, $2::date) p', [
    submissionId,
    dayOf(now),
  ])

/** Heads of a board, and who acts for a head without limits. */
export const headsOf = (sql: Sql, board: string, now: Date): Promise<number[]> =>
  peopleIn(sql, 'select p as person from editorial.heads_of($1, $2::date) p', [board, dayOf(now)])

/** Who may review an emergency of a board afterwards: head, deputies and members, but not the person who issued it. */
export const reviewersOf = (
  sql: Sql,
  of: { board: string; issuedBy: number },
  now: Date,
): Promise<number[]> =>
  peopleIn(
    sql,
    `select distinct f.person from editorial.in_force($2::date) f join editorial.accounts a on a.person = f.person
     where f.board = $1 and f.role in ('head', 'deputy', 'member') and a.is_active and f.person <> $3::int
       and not exists (select from editorial.accounts i where i.person = $3::int and i.identity = a.identity)`,
    [of.board, dayOf(now), of.issuedBy],
  )

/** Who may take in what another site offers to a board: head, deputies, members and editors. */
export const takersOf = (sql: Sql, board: string, now: Date): Promise<number[]> =>
  peopleIn(
    sql,
    `select distinct f.person from editorial.in_force($2::date) f
     where f.board = $1 and f.role in ('head', 'deputy', 'member', 'editor')`,
    [board, dayOf(now)],
  )

/** Who keeps the register of boards: the managing side, unless the options name another. */
export const registrars = (sql: Sql): Promise<number[]> =>
  peopleIn(sql, 'select person from editorial.accounts where is_active and is_registrar', [])

const peopleIn = async (sql: Sql, text: string, values: readonly unknown[]): Promise<number[]> => {
  const { rows } = await sql.query<{ person: number }>(text, values)
  return rows.map((row) => row.person)
}
