import type { CollectionAfterChangeHook } from 'payload'
import type { Sql } from '#kit/transaction.ts'
import { sqlOf } from '#kit/transaction.ts'

/** Notes that the signed-in person wrote in the document, with the save itself. */
export const noteContribution: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const person = req.user?.id
  const id: unknown = doc.id
  if (typeof person !== 'number' || typeof id !== 'number') return doc
  const sql = await sqlOf(req)
  await sql.query(
    `insert into editorial.contributions (collection, doc_id, person) values ($1, $2::int, $3::int)
     on conflict (collection, doc_id, person) do update set last_at = clock_timestamp()`,
    [collection.slug, id, person],
  )
  return doc
}

/**
 * Everybody who wrote in a document since what is public was submitted; everybody who ever did when it never was public.
 */
export const contributorsOf = async (
  sql: Sql,
  of: { collection: string; docId: number },
): Promise<number[]> => {
  const { rows } = await sql.query<{ person: number }>(
    `select c.person from editorial.contributions c
     where c.collection = $1 and c.doc_id = $2::int and c.last_at > coalesce((
       select coalesce(v.submitted_at, s.submitted_at, r.released_at) from release.releases r
       join release.decisions d on d.id = r.decision_id
       left join editorial.reviews v on v.decision_id = r.decision_id
       left join release.submissions s on s.id = d.submission_id
       where r.collection = $1 and r.doc_id = $2::int and r.kind <> 'withdraw'
       order by r.released_at desc, r.seq desc limit 1), '-infinity')
     order by c.person`,
    [of.collection, of.docId],
  )
  return rows.map((row) => row.person)
}

/** Everybody who ever wrote in a document. */
export const contributorsEver = async (
  sql: Sql,
  of: { collection: string; docId: number },
): Promise<number[]> => {
  const { rows } = await sql.query<{ person: number }>(
    'select person from editorial.contributions where collection = $1 and doc_id = $2::int order by person',
    [of.collection, of.docId],
  )
  return rows.map((row) => row.person)
}

/** The people behind accounts. */
export const identitiesOf = async (
  sql: Sql,
  people: readonly number[],
): Promise<Map<number, string>> => {
  const { rows } = await sql.query<{ person: number; identity: string | null }>(
    'select person, identity from editorial.accounts where person = any($1::int[])',
    [`{${people.join(',')}}`],
  )
  const known = new Map(rows.map((row) => [row.person, row.identity]))
  return new Map(people.map((person) => [person, known.get(person) ?? `account:${person}`]))
}
