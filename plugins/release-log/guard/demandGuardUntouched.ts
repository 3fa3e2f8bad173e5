import type { ClientBase } from 'pg'

const touched = `select g.table_name as "table",
    case when row_guard.tgenabled is null or truncate_guard.tgenabled is null then 'is missing'
      when row_guard.tgenabled <> 'A' or truncate_guard.tgenabled <> 'A' then 'is switched off'
      else 'was changed' end as fault
  from release.guarded_tables g
  left join pg_class c on c.relname = g.table_name and c.relnamespace = 'public'::regnamespace
  left join pg_trigger row_guard on row_guard.tgrelid = c.oid and row_guard.tgname = 'release_guard'
  left join pg_trigger truncate_guard on truncate_guard.tgrelid = c.oid and truncate_guard.tgname = 'release_guard_truncate'
  left join pg_proc f on f.oid = row_guard.tgfoid
  where row_guard.tgenabled is distinct from 'A' or truncate_guard.tgenabled is distinct from 'A'
    or f.proname is distinct from g.function_name or md5(f.prosrc) is distinct from g.source_md5
  order by 1`

/**
 * Compares the guard with what was installed last, before a migration changes tables and installs it anew: a migration
 * must not hide that somebody took it away.
 *
 * @throws with one sentence that names the tables, and how to put the guard back once that is found out
 */
export const demandGuardUntouched = async (client: ClientBase): Promise<void> => {
  const known = await client.query<{ isThere: boolean }>(
    `select to_regclass('release.guarded_tables') is not null as "isThere"`,
  )
  if (!known.rows[0]?.isThere) return
  const { rows } = await client.query<{ table: string; fault: string }>(touched)
  if (rows.length === 0) return
  const faults = rows.map((one) => `public.${one.table} (release_guard ${one.fault})`).join(', ')
  throw new Error(
    `release-log: the guard is not whole, so nothing may start: ${faults}. Find out who changed it, then put it back with: npm run migrate -- --mend-guard`,
  )
}
