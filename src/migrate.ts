import path from 'node:path'
import { runMigrations as migrateWorkerSchema } from 'graphile-worker'
import { getPayload } from 'payload'
import pg from 'pg'
import { migrateSql } from './kit/migrateSql.ts'
import { readRuntimeEnv } from './kit/runtimeEnv.ts'

/** One key for all deployments: two migrators on one database wait for each other. */
const MIGRATION_LOCK = 0x436f_4c6f

const root = path.resolve(import.meta.dirname, '..')

/** Plugins that keep tables of their own, in the order they build on each other. */
const pluginSql = [
  { schema: 'web', folder: 'src/server/sql' },
  { schema: 'release', folder: 'plugins/release-log/sql' },
  { schema: 'editorial', folder: 'plugins/editorial-board/sql' },
  { schema: 'sla', folder: 'plugins/update-sla/sql' },
  { schema: 'cross_posting', folder: 'plugins/cross-posting/sql' },
  { schema: 'dispatch', folder: 'plugins/dispatch/sql' },
]

type MigrateOptions = {
  /** Is told each step, in a few words. */
  say: (step: string) => void
  /** Puts back a guard that somebody took away or changed, instead of refusing. @default false */
  isGuardMended?: boolean
}

/**
 * Brings a database to the state this version of the code needs, as the owner role; safe to run again and at once from
 * several machines.
 *
 * @throws with a sentence when the role `coloa_app` is missing and cannot be made, or the guard was touched
 */
export const migrate = async (options: MigrateOptions): Promise<void> => {
  const { say } = options
  const env = readRuntimeEnv(process.env)
  const client = new pg.Client({ connectionString: env.databaseOwnerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await ensureRole(client)
    say('extensions and job queue')
    for (const name of ['unaccent', 'pg_trgm', 'btree_gin']) {
      await client.query(`create extension if not exists ${name}`)
    }
    await migrateWorkerSchema({ connectionString: env.databaseOwnerUrl })
    say('content tables')
    await migrateContent(client, env.databaseOwnerUrl, options)
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  } finally {
    await client.end()
  }
}

const ensureRole = async (client: pg.Client) => {
  const { rowCount } = await client.query("select from pg_roles where rolname = 'coloa_app'")
  if (rowCount) return
  try {
    await client.query('create role coloa_app nologin')
  } catch (error) {
    throw new Error(
      'The database has no role "coloa_app" and this account may not make one: run "create role coloa_app login password …" as a superuser.',
      { cause: error },
    )
  }
}

const migrateContent = async (client: pg.Client, ownerUrl: string, options: MigrateOptions) => {
  const { say, isGuardMended = false } = options
  process.env.DATABASE_URL = ownerUrl
  process.env.PAYLOAD_SECRET ??= 'migration'
  const { default: config } = await import('../payload.config.ts')
  const payload = await getPayload({ config, disableOnInit: true })
  try {
    const releaseLog = await import('#plugins/release-log/index.ts')
    if (!isGuardMended) await releaseLog.demandGuardUntouched(client)
    await payload.db.migrate()
    for (const one of pluginSql) {
      const folder = path.join(root, one.folder)
      const applied = await migrateSql({ client, schema: one.schema, folder })
      if (applied.length > 0) say(`${one.schema}: ${applied.join(', ')}`)
    }
    say('accounts and boards')
    const { installBoard } = await import('#plugins/editorial-board/index.ts')
    await installBoard(client)
    say('obligations')
    const { installSla } = await import('#plugins/update-sla/index.ts')
    await installSla(client)
    say('issuers of bulletins')
    const { installIssuers } = await import('#plugins/dispatch/index.ts')
    await installIssuers(client)
    say('sites and proposals')
    const { installCrossPosting } = await import('#plugins/cross-posting/index.ts')
    await installCrossPosting(client)
    say('guard of governed tables')
    await releaseLog.installGuard(payload, client)
    await grantRuntimeRole(client)
  } finally {
    await payload.destroy()
  }
}

/** The runtime role reads and writes content and jobs; it owns nothing and changes no schema. */
const grantRuntimeRole = async (client: pg.Client) => {
  for (const schema of ['public', 'graphile_worker']) {
    await client.query(`grant usage on schema ${schema} to coloa_app`)
    await client.query(
      `grant select, insert, update, delete on all tables in schema ${schema} to coloa_app`,
    )
    await client.query(`grant usage, select on all sequences in schema ${schema} to coloa_app`)
  }
  await client.query('grant execute on all functions in schema graphile_worker to coloa_app')
  // graphile-worker closes its tables to everybody but their owner by row-level security.
  await client.query(`do $$
    declare t record;
    begin
      for t in select c.relname from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity loop
        execute format('drop policy if exists coloa_app on graphile_worker.%I', t.relname);
        execute format('create policy coloa_app on graphile_worker.%I to coloa_app using (true) with check (true)', t.relname);
      end loop;
    end $$`)
}

if (process.argv[1] === import.meta.filename) {
  try {
    await migrate({
      say: (step) => process.stdout.write(`  ${step}\n`),
      isGuardMended: process.argv.includes('--mend-guard'),
    })
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
