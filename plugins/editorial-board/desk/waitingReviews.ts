import type { Sql } from '#kit/transaction.ts'
import type { Review } from '../store.ts'
import { reviewsWhere } from '../store.ts'
import type { Board } from './boardsOf.ts'

/** Which of the waiting submissions are wanted. */
export type DeskQuestion = {
  person: number
  boards: readonly Board[]
  /** Only those that wait for this very person. */
  isMine?: boolean
  /** Code of a log. */
  log?: string
  collection?: string
  /** From 1. @default 1 */
  page?: number
  /** @default 50 */
  limit?: number
}

/** How much waits, and how much of it is late. */
export type DeskCounts = { total: number; late: number; mine: number; mineLate: number }

/** Whether the rule of four eyes lets a person vote; an SQL condition over a review `r` and an SQL expression of an account. */
export const fourEyesLet = (person: string): string => `(case
  when coalesce(r.flow ->> 'fourEyes', 'contributors') = 'none' or r.flow -> 'steps' -> r.step ->> 'kind' = 'edit' then true
  when r.flow ->> 'fourEyes' = 'submitter' then r.is_incoming or ${person} <> r.submitted_by
  else (r.is_incoming or ${person} <> r.submitted_by) and not ${person} = any (r.contributors) end)`

/** `h` pairs each board with what the person is on it; who acts for the head counts as head. Who has voted waits for others. */
const forMe = `((exists (select from unnest($2::text[], $3::text[]) h(board, role)
    where h.board = r.board and h.role = any (r.actors)) and ${fourEyesLet('$4::int')}
  or 'supplier' = any (r.actors) and r.supplier = $4::int)
  and not exists (select from editorial.ballots b where b.submission_id = r.submission_id and b.round = r.round
    and b.step = r.step and b.person = $4::int))`

/** A page of what waits for the boards of a person, what is due first on top; emergencies before everything. */
export const waitingReviews = async (sql: Sql, asked: DeskQuestion): Promise<Review[]> => {
  const limit = asked.limit ?? 50
  const order = `(r.priority = 'emergency') desc, r.step_due_at, r.submission_id`
  // The page is chosen by its keys alone; names and times are written out for its rows only.
  return reviewsWhere(
    sql,
    `where r.submission_id = any (array(
       select r.submission_id from editorial.reviews r
       where r.state = 'submitted' and r.board = any ($1::text[]) and (not $5::boolean or ${forMe})
         and ($6::text is null or r.log = $6) and ($7::text is null or r.collection = $7)
       order by ${order} limit $8::int offset $9::int))
     order by ${order}`,
    [
      ...valuesOf(asked),
      asked.isMine === true,
      asked.log ?? null,
      asked.collection ?? null,
      limit,
      ((asked.page ?? 1) - 1) * limit,
    ],
  )
}

/** The counts behind the desk's headings. */
export const countWaiting = async (
  sql: Sql,
  asked: Omit<DeskQuestion, 'isMine' | 'page' | 'limit'>,
): Promise<DeskCounts> => {
  const { rows } = await sql.query<DeskCounts>(
    `select count(*)::int as total, (count(*) filter (where w."isLate"))::int as late, (count(*) filter (where w."isMine"))::int as mine,
       (count(*) filter (where w."isMine" and w."isLate"))::int as "mineLate"
     from (select r.step_due_at < clock_timestamp() as "isLate", ${forMe} as "isMine" from editorial.reviews r
       where r.state = 'submitted' and r.board = any ($1::text[])
         and ($5::text is null or r.log = $5) and ($6::text is null or r.collection = $6)) w`,
    [...valuesOf(asked), asked.log ?? null, asked.collection ?? null],
  )
  return rows[0] ?? { total: 0, late: 0, mine: 0, mineLate: 0 }
}

const valuesOf = ({ person, boards }: Pick<DeskQuestion, 'person' | 'boards'>): unknown[] => {
  const held = boards.flatMap((one) =>
    [...one.roles, ...(one.isActing ? ['head'] : [])].map((role) => ({ board: one.board, role })),
  )
  return [
    asArray(boards.map((one) => one.board)),
    asArray(held.map((one) => one.board)),
    asArray(held.map((one) => one.role)),
    person,
  ]
}

const asArray = (texts: readonly string[]): string =>
  `{${texts.map((text) => JSON.stringify(text)).join(',')}}`
