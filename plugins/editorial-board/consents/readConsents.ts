import type { PayloadRequest } from 'payload'
import { sqlOf } from '#kit/transaction.ts'
import type { Sql } from '#kit/transaction.ts'

/** A standing consent as screens show it; days are YYYY-MM-DD, times ISO 8601. */
export type ConsentRow = {
  id: string
  board: string
  log: string
  sourceLog: string
  /** Null is every content type, section, kind. */
  collections: string[] | null
  categories: number[] | null
  kinds: string[] | null
  mayPublish: boolean
  mayUpdate: boolean
  mayEmergency: boolean
  startsOn: string
  endsOn: string
  document: string
  grantedBy: number
  grantedByName: string | null
  /** For whom, when it was given by somebody who acted for the head. */
  actingForName: string | null
  madeAt: string
  /** Its entry in the board's chain. */
  entry: number
  /** In force, still to come, past its last day, or revoked. */
  when: 'now' | 'coming' | 'expired' | 'ended'
  ended: { reason: string; by: number; byName: string | null; at: string } | null
}

/**
 * The standing consents that logs gave, those in force first.
 *
 * @param of.log the log that receives; all when left out
 */
export const readConsents = async (
  asked: PayloadRequest | Sql,
  of: { log?: string } = {},
): Promise<ConsentRow[]> => {
  const sql = isSql(asked) ? asked : await sqlOf(asked)
  const { rows } = await sql.query<ConsentRow>(
    `select c.id, c.board, c.log, c.source_log as "sourceLog", to_json(c.collections) as collections,
       to_json(c.categories) as categories, to_json(c.kinds) as kinds, c.may_publish as "mayPublish",
       c.may_update as "mayUpdate", c.may_emergency as "mayEmergency", c.starts_on::text as "startsOn",
       c.ends_on::text as "endsOn", c.document, c.granted_by as "grantedBy", g.name as "grantedByName",
       p.name as "actingForName", to_json(c.made_at) #>> '{}' as "madeAt", c.ledger_n::float8 as entry,
       case when e.consent_id is not null then 'ended' when c.ends_on < t.day then 'expired'
         when c.starts_on > t.day then 'coming' else 'now' end as "when",
       case when e.consent_id is not null then json_build_object('reason', e.reason, 'by', e.ended_by, 'byName', x.name,
         'at', to_json(e.ended_at) #>> '{}') end as ended
     from (select editorial.day_of(clock_timestamp()) as day) t, editorial.consents c
     left join editorial.consent_ends e on e.consent_id = c.id
     left join editorial.accounts g on g.person = c.granted_by
     left join editorial.accounts p on p.person = c.acting_for
     left join editorial.accounts x on x.person = e.ended_by
     where $1::text is null or c.log = $1
     order by e.consent_id is not null or c.ends_on < t.day, c.log, c.source_log, c.starts_on desc, c.made_at desc`,
    [of.log ?? null],
  )
  return rows
}

/** A request has a query too, but no function. */
const isSql = (asked: PayloadRequest | Sql): asked is Sql => typeof asked.query === 'function'
