import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** A database of one test file: a copy of the migrated template. */
export type TestDatabase = {
  name: string
  ownerUrl: string
  appUrl: string
  drop: () => Promise<void>
}

/**
 * Makes a database for the calling test file.
 *
 * @param template leave out for the migrated one
 * @param name of one that others are copied from
 */
export const createTestDatabase = async (
  template = 'coloa_template',
  name = `test_${randomBytes(6).toString('hex')}`,
): Promise<TestDatabase> => {
  const server = inject('postgres')
  await onServer(
    server.superUrl,
    `create database "${name}" template "${template}" owner coloa_owner`,
  )
  return {
    name,
    ownerUrl: server.ownerUrl.replace(/[^/]*$/, name),
    appUrl: server.appUrl.replace(/[^/]*$/, name),
    drop: () => onServer(server.superUrl, `drop database if exists "${name}" with (force)`),
  }
}

const onServer = async (connectionString: string, statement: string) => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
