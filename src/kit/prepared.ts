import { createHash } from 'node:crypto'
import type { QueryConfig } from 'pg'

const names = new Map<string, string>()

/**
 * A statement that a connection keeps planned, for those asked over and over: planning a join of many tables takes longer
 * than answering it. Its text must not contain values, and come in few variants.
 *
 * @example const { rows } = await client.query<Row>(prepared('select … where id = any($1::int[])', [ids]))
 */
export const prepared = (text: string, values: unknown[] = []): QueryConfig => {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url').slice(0, 32)
  names.set(text, name)
  return { name, text, values }
}
