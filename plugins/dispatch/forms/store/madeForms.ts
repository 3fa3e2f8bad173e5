import { createHash } from 'node:crypto'
import type { Sql } from '#kit/transaction.ts'
import { stableText } from '#domain/release/stableText.ts'

/** A file that was made, as it is remembered. */
export type MadeFile = {
  /** Below the folder of what was made. */
  file: string
  sha256: string
  mimeType: string
  bytes: number
  seconds?: number | null
  loudness?: number | null
  width?: number
  height?: number
}

/** Everything a thing is made from, as one text, and the hash of it, by which it is known. */
export type Origin = { key: string; madeFrom: string }

/** By what a thing that is made is known. */
export const originOf = (from: Record<string, unknown>): Origin => {
  const madeFrom = stableText(from)
  return { key: createHash('sha256').update(madeFrom).digest('hex'), madeFrom }
}

/** What was made already of these. */
export const readMade = async (
  sql: Sql,
  keys: readonly string[],
): Promise<Map<string, MadeFile[]>> => {
  if (keys.length === 0) return new Map()
  const { rows } = await sql.query<{ key: string; files: MadeFile[] }>(
    'select key, files from dispatch.made_forms where key = any($1::text[])',
    [`{${keys.join(',')}}`],
  )
  return new Map(rows.map(({ key, files }) => [key, files]))
}

/** Remembers what was made; somebody else may have made the same meanwhile. */
export const recordMade = async (
  sql: Sql,
  made: Origin & { role: 'audio' | 'image'; files: readonly MadeFile[]; madeBy: string },
): Promise<void> => {
  await sql.query(
    `insert into dispatch.made_forms (key, made_from, role, files, made_by) values ($1, $2, $3, $4::jsonb, $5) on conflict do nothing`,
    [made.key, made.madeFrom, made.role, JSON.stringify(made.files), made.madeBy],
  )
}
