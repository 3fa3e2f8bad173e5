import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../src/start/postgres.mjs'

const run = promisify(execFile)

/** Where the tests' PostgreSQL listens. */
export type TestServer = {
  ownerUrl: string
  appUrl: string
  superUrl: string
  /** Where files of demo cities are kept that several test files start from. */
  citiesFolder: string
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer
  }
}

const root = path.resolve(import.meta.dirname, '../..')

let running: Promise<{ server: TestServer; stop: () => Promise<void> }> | undefined
let users = 0

/** One PostgreSQL for a whole test run, with the template every test file copies. */
export default async function setup(project: TestProject) {
  users += 1
  running ??= start()
  const { server, stop } = await running
  project.provide('postgres', server)
  return async () => {
    users -= 1
    if (users === 0) await stop()
  }
}

const start = async () => {
  const folder = path.join(root, '.coloa', `test-${process.pid}`)
  const postgres = await startPostgres({ folder, isDurable: false })
  const client = new pg.Client({ connectionString: postgres.superUrl })
  await client.connect()
  await client.query('create database coloa_template owner coloa_owner')
  await client.end()
  const templateUrl = postgres.ownerUrl.replace(/[^/]*$/, 'coloa_template')
  await run(process.execPath, [path.join(root, 'src/migrate.ts')], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: templateUrl,
      DATABASE_OWNER_URL: templateUrl,
      PAYLOAD_SECRET: 'tests',
    },
  })
  const { ownerUrl, appUrl, superUrl } = postgres
  const citiesFolder = path.join(root, '.coloa', `test-${process.pid}-cities`)
  return {
    server: { ownerUrl, appUrl, superUrl, citiesFolder },
    stop: async () => {
      await postgres.stop()
      for (const one of [folder, citiesFolder]) await rm(one, { recursive: true, force: true })
    },
  }
}
