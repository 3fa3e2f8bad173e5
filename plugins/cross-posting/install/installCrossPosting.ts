import type { ClientBase } from 'pg'
import { theOptions } from '../options.ts'

/**
 * Tells the database which sites there are, who people are, and where submissions of copies stand, as the owner role; safe
 * to run again. The migrator runs it after the plugin's SQL.
 */
export const installCrossPosting = async (client: ClientBase): Promise<void> => {
  const { sitesSql, peopleSql, reviewsTable } = theOptions()
  await client.query(
    `create or replace view cross_posting.sites as
       select s.id::integer as id, s.code::text as code, coalesce(s.name_vi, s.code)::text as name_vi,
         coalesce(s.name_en, s.name_vi, s.code)::text as name_en, s.kind::text as kind,
         coalesce(s.is_hosted_here, false)::boolean as is_hosted_here, coalesce(s.is_active, false)::boolean as is_active,
         s.host::text as host, s.path::text as path from (${sitesSql}) s;
     create or replace view cross_posting.people as
       select p.person::integer as person, p.name::text as name, to_jsonb(p) ->> 'email' as email,
         case when to_jsonb(p) ->> 'language' = 'en' then 'en' else 'vi' end as language from (${peopleSql}) p;
     grant select on cross_posting.sites, cross_posting.people to coloa_app`,
  )
  const { rows } = await client.query<{ text: string }>(
    `select format('create or replace trigger cross_posting_settle after insert or update on %s
       for each row execute function cross_posting.note_review()', $1::regclass) as text`,
    [reviewsTable],
  )
  await client.query(rows[0]?.text ?? '')
}
