import type { Sql } from '#kit/transaction.ts'
import { uuidOrNull } from '#kit/uuidOrNull.ts'

/** What was said in a thread; never changed. Times are ISO 8601. */
export type ThreadComment = { author: number; authorName: string | null; at: string; body: string }

/** A mark that a thread is done, or not done after all. */
export type ThreadAct = {
  actor: number
  actorName: string | null
  at: string
  act: 'resolve' | 'reopen'
}

/** A talk about one field of a document. */
export type Thread = {
  id: string
  collection: string
  docId: number
  submissionId: string
  fieldPath: string
  /** null: a field that all languages share. */
  locale: string | null
  /** The passage it is about, as the submission had it. */
  quote: string | null
  openedAt: string
  isOpen: boolean
  comments: ThreadComment[]
  acts: ThreadAct[]
}

const time = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const select = `select t.id, t.collection, t.doc_id as "docId", t.submission_id as "submissionId",
  t.field_path as "fieldPath", t.locale, t.quote, ${time('t.opened_at')} as "openedAt",
  editorial.thread_is_open(t.id) as "isOpen",
  (select coalesce(json_agg(json_build_object('author', c.author, 'authorName', u.name, 'at', ${time('c.at')},
      'body', c.body) order by c.id), '[]')
    from editorial.thread_comments c left join editorial.accounts u on u.person = c.author where c.thread_id = t.id) as comments,
  (select coalesce(json_agg(json_build_object('actor', a.actor, 'actorName', u.name, 'at', ${time('a.at')},
      'act', a.act) order by a.id), '[]')
    from editorial.thread_acts a left join editorial.accounts u on u.person = a.actor where a.thread_id = t.id) as acts
  from editorial.threads t`

/** A document shows no more threads than this; the newest first when there are more. */
const MOST = 200

/** The threads of a document with all that was said: the open ones, and those resolved; oldest first. */
export const threadsOf = async (
  sql: Sql,
  of: { collection: string; docId: number },
): Promise<Thread[]> => {
  const { rows } = await sql.query<Thread>(
    `${select} where t.collection = $1 and t.doc_id = $2::int
     order by editorial.thread_is_open(t.id) desc, t.opened_at desc limit ${MOST}`,
    [of.collection, of.docId],
  )
  return rows.sort((a, b) => a.openedAt.localeCompare(b.openedAt))
}

/** One thread. */
export const findThread = async (sql: Sql, id: string): Promise<Thread | null> => {
  const { rows } = await sql.query<Thread>(`${select} where t.id = $1::uuid`, [uuidOrNull(id)])
  return rows[0] ?? null
}

/** Holds a thread for this transaction, so that of two acts at once the second sees the first. */
export const holdThread = async (sql: Sql, id: string): Promise<Thread | null> => {
  await sql.query(`select pg_advisory_xact_lock(hashtextextended('editorial.threads/' || $1, 0))`, [
    id,
  ])
  return findThread(sql, id)
}

/** Begins a thread; it has no comment yet. */
export const insertThread = async (
  sql: Sql,
  thread: Pick<
    Thread,
    'collection' | 'docId' | 'submissionId' | 'fieldPath' | 'locale' | 'quote'
  > & { openedBy: number },
): Promise<string> => {
  const { rows } = await sql.query<{ id: string }>(
    `insert into editorial.threads (collection, doc_id, submission_id, field_path, locale, quote, opened_by)
     values ($1, $2::int, $3::uuid, $4, $5, $6, $7::int) returning id`,
    [
      thread.collection,
      thread.docId,
      thread.submissionId,
      thread.fieldPath,
      thread.locale,
      thread.quote,
      thread.openedBy,
    ],
  )
  return (rows[0] as { id: string }).id // an insert that returns nothing has thrown
}

/** Adds what somebody says. */
export const insertComment = async (
  sql: Sql,
  comment: { threadId: string; author: number; body: string },
): Promise<void> => {
  await sql.query(
    'insert into editorial.thread_comments (thread_id, author, body) values ($1::uuid, $2::int, $3)',
    [comment.threadId, comment.author, comment.body],
  )
}

/** Adds a mark. */
export const insertAct = async (
  sql: Sql,
  act: { threadId: string; actor: number; act: ThreadAct['act'] },
): Promise<void> => {
  await sql.query(
    'insert into editorial.thread_acts (thread_id, actor, act) values ($1::uuid, $2::int, $3)',
    [act.threadId, act.actor, act.act],
  )
}

/** The body of a submission, as it was frozen. */
export const submittedBody = async (sql: Sql, submissionId: string): Promise<string | null> => {
  const { rows } = await sql.query<{ body: string }>(
    'select body from release.submissions where id = $1::uuid',
    [uuidOrNull(submissionId)],
  )
  return rows[0]?.body ?? null
}

/** The log of the board that has a document before it: that of its newest submission. */
export const logOf = async (
  sql: Sql,
  of: { collection: string; docId: number },
): Promise<string | null> => {
  const { rows } = await sql.query<{ log: string }>(
    `select log from editorial.reviews where collection = $1 and doc_id = $2::int
     order by submitted_at desc limit 1`,
    [of.collection, of.docId],
  )
  return rows[0]?.log ?? null
}
