import type { Pool } from 'pg'
import type { Locale } from '../site/portalSite.ts'

/** What whoever has the code may know: nothing about the asker. */
export type Tracked = {
  subject: string
  status: string
  receivedAt: string
  forwardedTo: string | null
  promisedOn: string | null
  /** Of the answer, once it is public. */
  answerSlug: string | null
}

const time = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The question of a site with this code; null when there is none. */
export const findQuestion = async (
  pool: Pool,
  of: { site: string; code: string; locale: Locale },
): Promise<Tracked | null> => {
  const { rows } = await pool.query<Tracked>(
    `select q.subject, q.status::text as status, ${time('q.received_at')} as "receivedAt", coalesce(u.name, v.name) as "forwardedTo",
       ${time('q.promised_on')} as "promisedOn", a.slug as "answerSlug"
     from public.questions q join public.sites s on s.id = q.site_id
       left join public.units_locales u on u._parent_id = q.forwarded_to_id and u._locale = $3::public._locales
       left join public.units_locales v on v._parent_id = q.forwarded_to_id and v._locale = 'vi'
       left join release.current_items a on a.collection = 'answers' and a.doc_id = q.answer_id and a.locale = 'vi' and a.log = s.code
     where q.tracking_code = $1 and s.code = $2`,
    [of.code, of.site, of.locale],
  )
  return rows[0] ?? null
}
