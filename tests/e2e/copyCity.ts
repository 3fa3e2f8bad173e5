import { cp, mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { createTestDatabase } from '#tests/support/createTestDatabase.ts'
import type { TestDatabase } from '#tests/support/createTestDatabase.ts'
import { startProcess } from '#tests/support/startProcess.ts'

/**
 * A demo city of the calling test file: a copy of one that is made once in a run for each size.
 *
 * @returns its database, and the folder that holds its `media` and `data`
 */
export const copyCity = async (
  size: string,
): Promise<{ database: TestDatabase; folder: string }> => {
  const template = `coloa_city_${size}`
  const made = path.join(inject('postgres').citiesFolder, size)
  await makeOnce(template, made, size)
  const folder = await mkdtemp(path.join(tmpdir(), 'coloa-city-'))
  await cp(made, folder, { recursive: true })
  return { database: await createTestDatabase(template), folder }
}

/** Two test files at once: the second waits for the first. */
const makeOnce = async (name: string, folder: string, size: string) => {
  const client = new pg.Client({ connectionString: inject('postgres').superUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await makeCity(name, folder, size)
  } finally {
    await client.end()
  }
}

const makeCity = async (name: string, folder: string, size: string) => {
  await mkdir(folder, { recursive: true })
  const database = await createTestDatabase(undefined, name)
  const seeding = await startProcess({
    script: path.resolve('src/demo/seed.ts'),
    args: ['--size', size],
    env: {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      MEDIA_DIR: path.join(folder, 'media'),
      COLOA_DATA_DIR: path.join(folder, 'data'),
      PAYLOAD_SECRET: 'a secret of the tests',
    },
    until: /Demo city ready/,
    withinMs: 120_000,
  })
  await seeding.stop()
}
