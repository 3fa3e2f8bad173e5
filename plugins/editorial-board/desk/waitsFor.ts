import type { Sql } from '#kit/transaction.ts'
import type { Review } from '../store.ts'
import { fourEyesLet } from './waitingReviews.ts'

/** The step a submission waits at, and whom it waits for. */
export type WaitsFor = {
  label: { vi: string; en: string } | null
  /** From 1. */
  step: number
  steps: number
  /** Approving voices given at this step, and needed. */
  given: number
  quorum: number
  roles: string[]
  /** Those who may act, when they are few; empty when they are many or nobody. */
  people: { name: string; role: string }[]
}

/** More names than this tell nobody whom to call. */
const FEW = 3

type Row = { id: string; given: number; people: { name: string; role: string }[] | null }

/** Whom each of the submissions waits for; nobody is named who wrote in it, for he may not vote. */
export const waitsFor = async (
  sql: Sql,
  reviews: readonly Review[],
): Promise<Map<string, WaitsFor>> => {
  const { rows } = await sql.query<Row>(
    `with today as (select editorial.day_of(clock_timestamp()) as day),
       asked as (select r.* from editorial.reviews r where r.submission_id = any($1::uuid[])),
       members as materialized (
         select f.board, f.person, f.role, f.categories, a.name from today, editorial.in_force(today.day) f
         join editorial.accounts a on a.person = f.person
         where a.is_active and f.board in (select board from asked)
         union all
         select m.board, m.delegate, 'acting', m.categories, a.name from today, editorial.mandates m
         left join editorial.mandate_ends e on e.mandate_id = m.id join editorial.accounts a on a.person = m.delegate
         where e.mandate_id is null and today.day between m.starts_on and m.ends_on and m.board in (select board from asked))
     select r.submission_id as id,
       (select count(*)::int from editorial.ballots b where b.submission_id = r.submission_id and b.round = r.round
         and b.step = r.step and b.vote = 'approve') as given,
       (select json_agg(json_build_object('name', p.name, 'role', p.role) order by p.role, p.name) from (
         select m.name, m.role from members m where m.board = r.board
           and (m.role = any(r.actors) or m.role = 'acting' and 'head' = any(r.actors))
           and (m.categories is null or r.category = any(m.categories))
           and ${fourEyesLet('m.person')}
         union
         select s.name, 'supplier' from editorial.accounts s where 'supplier' = any(r.actors)
           and s.person = coalesce(r.supplier, r.submitted_by)) p) as people
     from asked r`,
    [`{${reviews.map((one) => one.submissionId).join(',')}}`],
  )
  const found = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    reviews.map((one) => [one.submissionId, asWaits(one, found.get(one.submissionId))]),
  )
}

const asWaits = (review: Review, row: Row | undefined): WaitsFor => {
  const rule = review.flow?.steps[review.step]
  const people = row?.people ?? []
  return {
    label: rule?.label ?? null,
    step: review.step + 1,
    steps: review.flow?.steps.length ?? 1,
    given: row?.given ?? 0,
    quorum: rule?.quorum ?? 1,
    roles: [...review.actors],
    people: people.length <= FEW ? people : [],
  }
}
