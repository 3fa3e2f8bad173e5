import type { Payload } from 'payload'
import type { ClientBase } from 'pg'
import { optionsOf, sitesOf } from '../options.ts'
import { familyOf } from './familyOf.ts'
import type { GuardedTable } from './familyOf.ts'
import { guardName, guardSource } from './guardSource.ts'

/**
 * Installs the trigger guard on every governed table and fills projections and followers, as the owner role; safe to run
 * again. The migrator runs it after every change of schema.
 */
export const installGuard = async (payload: Payload, client: ClientBase): Promise<void> => {
  const { governed } = optionsOf(payload)
  const tables = governed.flatMap((one) => familyOf(payload, one.slug))
  await client.query('begin')
  try {
    for (const one of tables) {
      const name = `release."${guardName(one.table)}"`
      const table = `public."${one.table}"`
      await client.query(
        `create or replace function ${name}() returns trigger language plpgsql
         set search_path = pg_catalog, pg_temp as $guard$${guardSource(one)}$guard$;
         drop trigger if exists release_guard on ${table};
         drop trigger if exists release_guard_truncate on ${table};
         create trigger release_guard before insert or update or delete on ${table}
           for each row execute function ${name}();
         create trigger release_guard_truncate before truncate on ${table}
           for each statement execute function release.refuse_change();
         alter table ${table} enable always trigger release_guard;
         alter table ${table} enable always trigger release_guard_truncate;`,
      )
    }
    await recordTables(client, tables)
    await fillSettings(payload, client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const recordTables = async (client: ClientBase, tables: readonly GuardedTable[]) => {
  await client.query('delete from release.guarded_tables')
  await client.query(
    `insert into release.guarded_tables (table_name, function_name, source_md5)
     select t, f, md5(s) from unnest($1::text[], $2::text[], $3::text[]) as one (t, f, s)`,
    [
      tables.map((one) => one.table),
      tables.map((one) => guardName(one.table)),
      tables.map(guardSource),
    ],
  )
}

const fillSettings = async (payload: Payload, client: ClientBase) => {
  const options = optionsOf(payload)
  const { governed, followers } = options
  await client.query('delete from release.projections')
  for (const { slug, log, projection: p } of governed) {
    await client.query(
      `insert into release.projections (collection, title, slug, lead, category, cover, sort_at, number, kind, search, site)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        slug,
        p.title,
        p.slug,
        p.lead,
        p.category,
        p.cover,
        p.sortAt,
        p.number,
        p.kind,
        p.search ?? [],
        log === 'site' ? sitesOf(options).field : null,
      ],
    )
  }
  await client.query('delete from release.followers')
  await client.query('insert into release.followers select unnest($1::text[])', [followers])
}
