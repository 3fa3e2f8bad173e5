import path from 'node:path'
import type { ClientBase } from 'pg'
import { migrateSql } from '#kit/migrateSql.ts'
import { installCrossPosting } from './installCrossPosting.ts'

/**
 * Everything cross-posting keeps outside Payload's own tables: its schema, the views of sites and people, and the trigger on
 * submissions. Run it as the owner of the database, after the tables of release-log and of the boards are there; safe to run
 * again.
 */
export const installTables = async (client: ClientBase): Promise<void> => {
  // Here, not above: the admin's bundle has no folder of its own.
  const folder = path.resolve(import.meta.dirname, '../sql')
  await migrateSql({ client, schema: 'cross_posting', folder })
  await installCrossPosting(client)
}
