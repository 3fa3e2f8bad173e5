import path from 'node:path'
import { runMigrations as migrateWorkerSchema } from 'graphile-worker'
import type { Payload } from 'payload'
import type { Client } from 'pg'
import { installGuard } from '#plugins/release-log/index.ts'
import { migrateSql } from '#kit/migrateSql.ts'
import { installBoard } from './installBoard.ts'

const plugins = path.resolve(import.meta.dirname, '../..')

/**
 * Everything release-log and editorial-board keep outside Payload's own tables: extensions, the job queue, both schemas, the
 * view of accounts and the guard on every governed table. Run it as the owner of the database, after Payload's migrations;
 * safe to run again.
 *
 * @param options.payload made with `disableOnInit: true`: at its start the plugin demands a guard that is not there yet
 * @param options.connectionString the owner's, for the job queue
 */
export const installTables = async (options: {
  payload: Payload
  client: Client
  connectionString: string
}): Promise<void> => {
  const { payload, client, connectionString } = options
  for (const name of ['unaccent', 'pg_trgm', 'btree_gin'])
    await client.query(`create extension if not exists ${name}`)
  await migrateWorkerSchema({ connectionString })
  for (const [schema, folder] of [
    ['release', 'release-log/sql'],
    ['editorial', 'editorial-board/sql'],
  ] as const)
    await migrateSql({ client, schema, folder: path.join(plugins, folder) })
  await installBoard(client)
  await installGuard(payload, client)
}
