import type { ClientBase } from 'pg'
import { sites } from '../registers.ts'

/**
 * Tells the database who issues what a log releases, by the installation's own register: a dispatch in another name is
 * refused there. To be run again whenever `sitesSql` changes.
 */
export const installIssuers = async (client: Pick<ClientBase, 'query'>): Promise<void> => {
  await client.query(
    `create or replace function dispatch.issuer_of(p_log text) returns text language sql stable
     set search_path = pg_catalog, public, pg_temp as $issuer$ select s.name::text from ${sites()} s where s.code = p_log $issuer$`,
  )
  await client.query('grant execute on function dispatch.issuer_of(text) to coloa_app')
}
