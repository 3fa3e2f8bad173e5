import type { Sql } from '#kit/transaction.ts'
import type { Mode, Root } from '../types.ts'

/** The copy of an item in a log. */
export type Copy = {
  log: string
  collection: string
  docId: number
  root: Root
  sourceLog: string
  /** The release of the first publisher it shows; null for what came from outside. */
  takenSeq: number | null
  takenSha256: string
  mode: Mode
  isAdapted: boolean
  /** Public in that log now. */
  isPublic: boolean
}

const columns = `c.log, c.collection, c.doc_id as "docId",
  json_build_object('log', c.root_log, 'collection', c.root_collection, 'id', c.root_id) as root,
  c.source_log as "sourceLog", c.taken_seq::float8 as "takenSeq", c.taken_sha256 as "takenSha256", c.mode,
  c.is_adapted as "isAdapted", coalesce((
    select r.kind <> 'withdraw' from release.releases r where r.collection = c.collection and r.doc_id = c.doc_id
    order by r.released_at desc, r.seq desc limit 1), false) as "isPublic"`

/** The copy of an item in a log. */
export const findCopy = async (
  sql: Sql,
  of: { log: string; root: Root },
): Promise<Copy | undefined> => {
  const { rows } = await sql.query<Copy>(
    `select ${columns} from cross_posting.copies c
     where c.log = $1 and c.root_log = $2 and c.root_collection = $3 and c.root_id = $4`,
    [of.log, of.root.log, of.root.collection, of.root.id],
  )
  return rows[0]
}

/** What a document is a copy of; undefined when it is none. */
export const copyOf = async (
  sql: Sql,
  of: { collection: string; docId: number },
): Promise<Copy | undefined> => {
  const { rows } = await sql.query<Copy>(
    `select ${columns} from cross_posting.copies c where c.collection = $1 and c.doc_id = $2::int`,
    [of.collection, of.docId],
  )
  return rows[0]
}
