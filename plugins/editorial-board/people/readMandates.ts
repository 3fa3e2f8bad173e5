import type { Sql } from '#kit/transaction.ts'

/** A mandate as the register shows it. */
export type MandateLine = {
  id: string
  principal: number
  principalName: string
  delegate: number
  delegateName: string
  collections: string[] | null
  categories: number[] | null
  startsOn: string
  endsOn: string
  document: string
  grantedBy: string
  /** Why, when and by whom it was ended before its time. */
  ended: { reason: string; by: string; at: string } | null
  when: 'now' | 'coming' | 'ended'
  /** The reader may end it. */
  mayEnd: boolean
}

const SHOWN = 200

/** The mandates of a board, the latest first. */
export const readMandates = async (
  sql: Sql,
  of: { board: string; reader: number; isRegistrar: boolean },
): Promise<MandateLine[]> => {
  const { rows } = await sql.query<MandateLine>(
    `select m.id, m.principal, coalesce(p.name, p.email, '?') as "principalName", m.delegate,
       coalesce(d.name, d.email, '?') as "delegateName", m.collections, m.categories, m.starts_on::text as "startsOn",
       m.ends_on::text as "endsOn", m.document, coalesce(g.name, '?') as "grantedBy",
       case when e.mandate_id is not null then json_build_object('reason', e.reason, 'by', coalesce(x.name, '?'),
         'at', e.ended_at) end as ended,
       case when e.mandate_id is not null or m.ends_on < t.day then 'ended' when m.starts_on > t.day then 'coming'
         else 'now' end as "when",
       e.mandate_id is null and m.ends_on >= t.day and ($3::boolean or m.principal = $2::int) as "mayEnd"
     from (select editorial.day_of(clock_timestamp()) as day) t, editorial.mandates m
     left join editorial.mandate_ends e on e.mandate_id = m.id
     left join editorial.accounts p on p.person = m.principal
     left join editorial.accounts d on d.person = m.delegate
     left join editorial.accounts g on g.person = m.granted_by
     left join editorial.accounts x on x.person = e.ended_by
     where m.board = $1 order by m.starts_on desc, m.made_at desc limit ${SHOWN}`,
    [of.board, of.reader, of.isRegistrar],
  )
  return rows
}
