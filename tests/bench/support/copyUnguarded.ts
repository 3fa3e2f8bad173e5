import type { Client } from 'pg'
import { copyText, textOf } from '#src/demo/bulk/copyInto.ts'
import type { Row } from '#src/demo/bulk/copyInto.ts'

const SAMPLE = 5000
const BATCH = 1000

/** The tables a load of articles fills, and what picks the rows of one article. */
const tables: readonly (readonly [table: string, article: string])[] = [
  ['public.articles', 't.id = any($1)'],
  ['public.articles_locales', 't._parent_id = any($1)'],
  ['public._articles_v', 't.parent_id = any($1)'],
  [
    'public._articles_v_locales',
    't._parent_id in (select v.id from public._articles_v v where v.parent_id = any($1))',
  ],
  ['release.releases', "t.collection = 'articles' and t.doc_id = any($1)"],
  ['release.current_items', "t.collection = 'articles' and t.doc_id = any($1)"],
  ['release.item_search', "t.collection = 'articles' and t.doc_id = any($1)"],
]

/**
 * The reference: articles that were loaded, copied into tables that are alike but have no trigger, key or index. The text
 * comes ready made, so this is what storing alone costs, over one connection.
 */
export const copyUnguarded = async (client: Client): Promise<{ perSecond: number }> => {
  await client.query('create schema bare')
  for (const [table] of tables) {
    await client.query(`create table ${bare(table)} (like ${table} including storage)`)
  }
  const { rows } = await client.query<{ id: number }>(
    'select id from public.articles order by id limit $1',
    [SAMPLE],
  )
  const ids = rows.map((row) => row.id)
  let milliseconds = 0
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = await readBatch(client, ids.slice(from, from + BATCH))
    const started = performance.now()
    await client.query('begin')
    for (const { statement, chunks } of batch) await copyText(client, statement, chunks)
    await client.query('commit')
    milliseconds += performance.now() - started
  }
  await client.query('drop schema bare cascade')
  return { perSecond: ids.length / (milliseconds / 1000) }
}

const readBatch = async (client: Client, ids: number[]) => {
  const batch: { statement: string; chunks: Buffer[] }[] = []
  for (const [table, article] of tables) {
    const { rows, fields } = await client.query<Row>(
      `select t.* from ${table} t where ${article}`,
      [ids],
    )
    const columns = fields.map((field) => field.name)
    const names = columns.map((name) => `"${name}"`).join(', ')
    const statement = `copy ${bare(table)} (${names}) from stdin`
    batch.push({ statement, chunks: [...textOf(rows, columns)] })
  }
  return batch
}

const bare = (table: string): string => `bare.${table.replace('.', '_')}`
