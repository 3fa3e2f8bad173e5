import path from 'node:path'
import type { ClientBase } from 'pg'
import { migrateSql } from '#kit/migrateSql.ts'
import { installIssuers } from './installIssuers.ts'

/**
 * Everything dispatch keeps outside Payload's own tables: its schema, and the triggers on devices. Run it as the owner of the
 * database, after Payload's tables and those of release-log are there, with the plugin in the config; safe to run again.
 */
export const installTables = async (client: ClientBase): Promise<void> => {
  // Here, not above: the admin's bundle has no folder of its own.
  const folder = path.resolve(import.meta.dirname, '../sql')
  await migrateSql({ client, schema: 'dispatch', folder })
  await installIssuers(client)
}
