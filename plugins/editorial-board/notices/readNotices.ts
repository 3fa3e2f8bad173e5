import type { Sql } from '#kit/transaction.ts'
import { choiceKindOf, noticeKinds } from './kinds.ts'
import type { NoticeKind } from './kinds.ts'
import type { ToldNotice } from './notice.ts'

/** The columns of a told notice, over `n`. */
export const toldColumns = `n.id::int as id, n.key, n.kind, n.board, n.log, n.collection, n.doc_id as "docId", n.submission_id as "submissionId",
  n.round, n.step, n.title, n.detail, to_json(n.at) #>> '{}' as at, to_json(n.read_at) #>> '{}' as "readAt",
  to_json(n.settled_at) #>> '{}' as "settledAt"`

/** Notices on a page. */
const PAGE = 50

/** A page of a person's notices, newest first, and how to go on. */
export type NoticePage = { notices: ToldNotice[]; unread: number; hasOlder: boolean }

/**
 * What a person was told in the admin.
 *
 * @param asked.before id of the last notice seen: older ones follow
 */
export const readNotices = async (
  sql: Sql,
  asked: { person: number; isUnread?: boolean; kind?: NoticeKind; before?: number },
): Promise<NoticePage> => {
  const kinds = noticeKinds.filter((kind) => !asked.kind || choiceKindOf(kind) === asked.kind)
  const { rows } = await sql.query<ToldNotice>(
    `select ${toldColumns} from editorial.notices n
     where n.person = $1::int and n.is_shown and n.kind = any($2::text[])
       and (not $3::boolean or n.read_at is null and n.settled_at is null) and ($4::bigint is null or n.id < $4::bigint)
     order by n.id desc limit ${PAGE + 1}`,
    [asked.person, `{${kinds.join(',')}}`, asked.isUnread === true, asked.before ?? null],
  )
  return {
    notices: rows.slice(0, PAGE),
    unread: await countUnread(sql, asked.person),
    hasOlder: rows.length > PAGE,
  }
}

/** How many notices a person has not read and still should. */
export const countUnread = async (sql: Sql, person: number): Promise<number> => {
  const { rows } = await sql.query<{ n: number }>(
    `select count(*)::int as n from editorial.notices
     where person = $1::int and is_shown and read_at is null and settled_at is null`,
    [person],
  )
  return rows[0]?.n ?? 0
}

/** Marks a person's own notices as read: those named, or all. */
export const markRead = async (
  sql: Sql,
  of: { person: number; ids?: readonly number[] },
): Promise<number> => {
  const { rowCount } = await sql.query(
    `update editorial.notices set read_at = clock_timestamp()
     where person = $1::int and read_at is null and is_shown and ($2::bigint[] is null or id = any($2::bigint[]))`,
    [of.person, of.ids ? `{${of.ids.join(',')}}` : null],
  )
  return rowCount
}
