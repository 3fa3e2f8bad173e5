import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../support/createTestDatabase.ts'
import type { TestDatabase } from '../../support/createTestDatabase.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '../../..')

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

/** Starts the real config in a process of its own; the sentence it died with, or `up`. */
const start = async (): Promise<string> => {
  const script = `
    const { getPayload } = await import('payload')
    const { default: config } = await import('#payload-config')
    try { await getPayload({ config }); process.stdout.write('up'); process.exit(0) }
    catch (error) { process.stdout.write(error.message); process.exit(1) }`
  const env = {
    ...process.env,
    DATABASE_URL: database.appUrl,
    PAYLOAD_SECRET: 'tests',
    LOG_LEVEL: 'silent',
  }
  const options = { cwd: root, env, timeout: 50_000 }
  return run(process.execPath, ['--input-type=module', '-e', script], options).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  )
}

test('a whole guard lets the process start', async () => {
  expect(await start()).toContain('up')
})

test.each([
  [
    'a dropped guard',
    'drop trigger release_guard on public.articles_locales',
    'public.articles_locales (release_guard is missing)',
  ],
  [
    'a disabled guard',
    'alter table public.pages disable trigger release_guard',
    'public.pages (release_guard is switched off)',
  ],
  [
    'a replaced guard',
    `create or replace function release.guard_documents() returns trigger language plpgsql
     set search_path = pg_catalog, pg_temp as $$ begin return new; end $$`,
    'public.documents (release_guard was changed)',
  ],
  [
    'a log that may be rewritten',
    'alter table release.releases disable trigger append_only',
    'release.releases (append_only is switched off)',
  ],
])('%s keeps the process from starting and is named', async (_name, statement, sentence) => {
  await owner.query(statement)
  expect(await start()).toContain(sentence)
})

/** Runs the migrations as `npm start` does before it serves; what it said. */
const migrate = async (...words: string[]): Promise<string> => {
  const env = {
    ...process.env,
    DATABASE_URL: database.ownerUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    PAYLOAD_SECRET: 'tests',
    LOG_LEVEL: 'silent',
  }
  return run(process.execPath, ['src/migrate.ts', ...words], { cwd: root, env }).then(
    () => 'migrated',
    (error: { stderr: string }) => error.stderr,
  )
}

test('migrations do not quietly put back what was taken away; asked to mend it, they do', async () => {
  const said = await migrate()
  expect(said).toContain('public.articles_locales (release_guard is missing)')
  expect(said).toContain('public.documents (release_guard was changed)')
  expect(said).toContain('public.pages (release_guard is switched off)')
  expect(await start()).toContain('public.articles_locales')
  expect(await migrate('--mend-guard')).toBe('migrated')
  expect(await migrate()).toBe('migrated')
  await owner.query('alter table release.releases enable always trigger append_only')
  expect(await start()).toContain('up')
}, 240_000)
