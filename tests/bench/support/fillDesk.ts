import type pg from 'pg'

/** First document id of made-up submissions, far from those of the city. */
const FIRST = 10_000_000

/**
 * Puts submissions on the desk of a board, and decisions of years behind it: rows as the verbs write them, loaded at once.
 *
 * @param options.client as the owner; the check of each single decision is off while they are loaded
 */
export const fillDesk = async (options: {
  client: pg.Client
  log: string
  head: number
  writer: number
  open: number
  decided: number
}): Promise<void> => {
  const { client, log, head, writer, open, decided } = options
  const total = open + decided
  await client.query('alter table release.decisions disable trigger check_decision')
  await client.query(
    `with made as (
       select n, gen_random_uuid() as id, format('{"collection":"articles","id":%s,"locales":{"vi":{"slug":"bai-%s","title":"Bài trình số %s"}},"log":"%s","v":1}',
         $2::int + n, n, n, $1::text) as body
       from generate_series(1, $3::int) n
     )
     insert into release.submissions (id, log, collection, doc_id, raw, body, sha256, submitted_by)
     select id, $1, 'articles', $2::int + n, '{}', body, encode(sha256(convert_to(body, 'UTF8')), 'hex'), $4::int from made`,
    [log, FIRST, total, writer],
  )
  await client.query(
    `insert into release.decisions (submission_id, log, collection, doc_id, kind, sha256, decided_by, capacity)
     select id, log, collection, doc_id, 'publish', sha256, $2::int, 'head' from release.submissions
     where doc_id > $1::int and doc_id <= $1::int + $3::int`,
    [FIRST, head, decided],
  )
  await client.query(
    `insert into editorial.reviews (submission_id, log, board, collection, doc_id, title, state, flow, step, actors, step_due_at,
       contributors, supplier, submitted_by, submitted_at, due_at, decided_by, decided_at, decision_id)
     select s.id, s.log, s.log, s.collection, s.doc_id, 'Bài trình số ' || s.doc_id, case when d.id is null then 'submitted' else 'approved' end,
       (select flow from editorial.reviews where flow is not null limit 1), 0, '{head}',
       clock_timestamp() + make_interval(mins => s.doc_id % 4000 - 1000), array[$2::int], $2::int, $2::int,
       clock_timestamp() - make_interval(mins => s.doc_id % 100000), clock_timestamp(), d.decided_by, d.decided_at, d.id
     from release.submissions s left join release.decisions d on d.submission_id = s.id where s.doc_id > $1::int`,
    [FIRST, writer],
  )
  await client.query('alter table release.decisions enable always trigger check_decision')
  await client.query('analyze')
}
