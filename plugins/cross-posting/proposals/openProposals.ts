import type { Sql } from '#kit/transaction.ts'
import { theOptions } from '../options.ts'
import type { Mode, ProposalReason, Root, StatedOrigin } from '../types.ts'

/** A release or an outside item as it is offered to logs. */
export type Offered = {
  originLog: string
  /** Null for what comes from outside; then `body` is its text. */
  originSeq: number | null
  originDocId: number | null
  collection: string
  root: Root
  sha256: string
  body?: string
  url?: string
  publishedAt?: string
  title: string
  category: number | null
  contentKind: string | null
  kind: 'publish' | 'update' | 'correct'
  hops: readonly string[]
  isEmergency: boolean
  /** Who published it first, as an outside site says. */
  statedOrigin?: StatedOrigin | null
}

/** A log it is offered to. */
export type Target = {
  log: string
  reason: ProposalReason
  mode: Mode
  note: string | null
  offeredBy: number | null
  consentId: string | null
  /** A consent may let it in: a job asks, and takes it in. */
  mayEnter: boolean
}

/** A proposal that was opened. */
export type Opened = { id: string; log: string; mayEnter: boolean }

const EMERGENCY = -10
/** Behind the followers of the log: a mass release never keeps an emergency from being noticed. */
const ORDINARY = 10

/**
 * Opens one proposal for each log in one statement, whatever their number, and the jobs that ask the consents. What is not
 * run here, what the item went through, and what is open already is left out.
 */
export const openProposals = async (
  sql: Sql,
  offered: Offered,
  targets: readonly Target[],
): Promise<Opened[]> => {
  if (targets.length === 0) return []
  const isHandedOn = offered.root.log !== offered.originLog
  const { rows } = await sql.query<Opened>(
    `with wanted as (
       select distinct on (w.log) w.* from jsonb_to_recordset($1::jsonb) as w(log text, reason text, mode text, note text,
         "offeredBy" integer, "consentId" uuid, "mayEnter" boolean) order by w.log
     ), item as (
       select * from jsonb_to_record($2::jsonb) as i("originLog" text, "originSeq" bigint, "originDocId" integer, collection text,
         "rootLog" text, "rootCollection" text, "rootId" text, sha256 text, body text, url text, "publishedAt" timestamptz,
         title text, category integer, "contentKind" text, kind text, hops text[], "isEmergency" boolean,
         "statedOrigin" jsonb)
     ), added as (
       insert into cross_posting.proposals (log, origin_log, origin_seq, collection, origin_doc_id, root_log, root_collection, root_id,
         sha256, body, url, published_at, title, category, content_kind, kind, mode, reason, note, hops, is_emergency, offered_by,
         consent_id, stated_origin)
       select w.log, i."originLog", i."originSeq", i.collection, i."originDocId", i."rootLog", i."rootCollection", i."rootId", i.sha256,
         i.body, i.url, i."publishedAt", i.title, i.category, i."contentKind", i.kind, w.mode, w.reason, w.note, i.hops,
         i."isEmergency", w."offeredBy", w."consentId", i."statedOrigin"
       from item i cross join wanted w join cross_posting.sites s on s.code = w.log
       where s.is_active and s.is_hosted_here and not w.log = any (i.hops) and w.log <> i."rootLog"
         and not ($3::boolean and (
           exists (select from cross_posting.copies c where c.log = w.log and c.root_log = i."rootLog"
             and c.root_collection = i."rootCollection" and c.root_id = i."rootId")
           or exists (select from cross_posting.proposals o where o.log = w.log and o.root_log = i."rootLog"
             and o.root_collection = i."rootCollection" and o.root_id = i."rootId" and o.state in ('proposed', 'under_review'))))
       order by w.log
       on conflict do nothing returning id, log, is_emergency
     ), jobs as (
       select a.id, graphile_worker.add_job('crossPostingTakeIn', payload := json_build_object('proposal', a.id),
         job_key := 'crossPostingTakeIn:' || a.id, priority := case when a.is_emergency then ${EMERGENCY} else ${ORDINARY} end) as job
       from added a join wanted w on w.log = a.log where w."mayEnter"
     )
     select a.id, a.log, w."mayEnter" and j.id is not null as "mayEnter"
     from added a join wanted w on w.log = a.log left join jobs j on j.id = a.id order by a.log`,
    [
      JSON.stringify(targets),
      JSON.stringify({
        ...offered,
        rootLog: offered.root.log,
        rootCollection: offered.root.collection,
        rootId: offered.root.id,
        root: undefined,
      }),
      isHandedOn,
    ],
  )
  return rows
}

/** Logs an item may go through. */
export const maxHops = (): number => theOptions().maxHops ?? 5
