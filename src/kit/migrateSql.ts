import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ClientBase } from 'pg'

/**
 * Applies a plugin's own SQL: files `0001-….sql` in order, each once, each in a transaction with its row in
 * `<schema>.migrations`.
 *
 * @param options.folder absolute path of the folder that holds the files
 * @returns the names of the files applied now
 * @throws when a file that was applied has changed since
 */
export const migrateSql = async (options: {
  client: ClientBase
  schema: string
  folder: string
}): Promise<string[]> => {
  const { client, schema } = options
  await client.query(`create schema if not exists ${schema}`)
  await client.query(
    `create table if not exists ${schema}.migrations (name text primary key, md5 text not null, applied_at timestamptz not null default now())`,
  )
  const files = (await namesIn(options.folder))
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
  const done = await client.query<{ name: string; md5: string }>(
    `select name, md5 from ${schema}.migrations`,
  )
  const applied: string[] = []
  for (const name of files) {
    const text = await readFile(path.join(options.folder, name), 'utf8')
    const { rows } = await client.query<{ md5: string }>('select md5($1::text) as md5', [text])
    const md5 = rows[0]?.md5 ?? ''
    const before = done.rows.find((row) => row.name === name)
    if (before && before.md5 !== md5) {
      throw new Error(
        `${schema}/${name} was changed after it had been applied; add a new file instead`,
      )
    }
    if (before) continue
    await applyOne(client, schema, { name, md5, text })
    applied.push(name)
  }
  return applied
}

/** A plugin without tables has no folder. */
const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

const applyOne = async (
  client: ClientBase,
  schema: string,
  file: { name: string; md5: string; text: string },
) => {
  await client.query('begin')
  try {
    // A later file may replace a function before anybody calls it.
    await client.query('set local check_function_bodies = off')
    await client.query(file.text)
    await client.query(`insert into ${schema}.migrations (name, md5) values ($1, $2)`, [
      file.name,
      file.md5,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`${schema}/${file.name}: ${String(error)}`, { cause: error })
  }
}
