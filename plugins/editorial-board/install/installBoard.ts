import type { ClientBase } from 'pg'
import { theOptions } from '../options.ts'
import { zone } from '../verbs/dayOf.ts'

/**
 * Tells the database who the accounts are and whose board decides over a log, as the owner role; safe to run again. The
 * migrator runs it after the plugin's SQL.
 */
export const installBoard = async (client: ClientBase): Promise<void> => {
  const { accountsSql, boardOfSql = 'p_log' } = theOptions()
  const { rows } = await client.query<{ zone: string }>('select quote_literal($1::text) as zone', [
    zone(),
  ])
  await client.query(
    `create or replace view editorial.accounts as
       select a.person::integer as person, a.name::text as name, a.email::text as email, a.language::text as language,
         coalesce(a.is_active, false)::boolean as is_active, coalesce(a.is_registrar, false)::boolean as is_registrar,
         nullif(a.identity::text, '') as identity
       from (${accountsSql}) a;
     create or replace function editorial.board_of(p_log text) returns text
       language sql stable set search_path = pg_catalog, pg_temp as $board$ select (${boardOfSql})::text $board$;
     create or replace function editorial.day_of(p_at timestamptz) returns date
       language sql stable set search_path = pg_catalog, pg_temp as $board$ select (p_at at time zone ${rows[0]?.zone ?? ''})::date $board$;
     grant select on editorial.accounts to coloa_app`,
  )
}
