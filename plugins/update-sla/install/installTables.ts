import path from 'node:path'
import type { ClientBase } from 'pg'
import { migrateSql } from '#kit/migrateSql.ts'
import { installSla } from './installSla.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/**
 * Everything update-sla keeps outside Payload's own tables: its schema, the queue of mails, its views and triggers, and the
 * first obligations. Run it as the owner of the database, after release-log's tables are there; safe to run again.
 */
export const installTables = async (client: ClientBase): Promise<void> => {
  await migrateSql({ client, schema: 'web', folder: path.join(root, 'src/server/sql') })
  await migrateSql({ client, schema: 'sla', folder: path.join(root, 'plugins/update-sla/sql') })
  await installSla(client)
}
