import type { ClientBase, Connection } from 'pg'

/** One row by column name; objects become JSON, a missing key is null. */
export type Row = Record<string, unknown>

const CHUNK_BYTES = 256 * 1024

/**
 * Writes rows by COPY, the way PostgreSQL takes bulk. Triggers and constraints hold as for INSERT.
 *
 * @returns bytes sent
 */
export const copyInto = async (
  client: ClientBase,
  table: string,
  rows: readonly Row[],
): Promise<number> => {
  if (rows.length === 0) return 0
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const names = columns.map((name) => `"${name}"`).join(', ')
  return copyText(client, `copy ${table} (${names}) from stdin`, textOf(rows, columns))
}

/** Rows in COPY's text format, in chunks. */
export function* textOf(rows: readonly Row[], columns: readonly string[]): Generator<Buffer> {
  let text = ''
  for (const row of rows) {
    text += `${columns.map((name) => encode(row[name])).join('\t')}\n`
    if (text.length < CHUNK_BYTES) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text !== '') yield Buffer.from(text)
}

/** Runs a COPY … FROM STDIN statement over ready chunks. */
export const copyText = (
  client: ClientBase,
  statement: string,
  chunks: Iterable<Buffer>,
): Promise<number> =>
  new Promise((resolve, reject) => {
    let bytes = 0
    let failure: Error | undefined
    const wire = (connection: Connection) => connection as unknown as Wire // the driver's types leave its COPY messages out
    client.query({
      submit: (connection: Connection) => {
        connection.query(statement)
      },
      handleCopyInResponse: (connection: Connection) => {
        try {
          for (const chunk of chunks) {
            bytes += chunk.length
            wire(connection).sendCopyFromChunk(chunk)
          }
          wire(connection).endCopyFrom()
        } catch (error) {
          failure = error instanceof Error ? error : new Error(String(error))
          wire(connection).sendCopyFail('stopped by the sender')
        }
      },
      handleError: (error: Error) => {
        failure ??= error
        reject(failure)
      },
      handleRowDescription: () => undefined,
      handleDataRow: () => undefined,
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => (failure ? reject(failure) : resolve(bytes)),
    } as never)
  })

type Wire = {
  sendCopyFromChunk: (chunk: Buffer) => void
  endCopyFrom: () => void
  sendCopyFail: (reason: string) => void
}

const encode = (value: unknown): string => {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'number') return String(value)
  const text =
    value instanceof Date
      ? value.toISOString()
      : typeof value === 'string'
        ? value
        : JSON.stringify(value)
  return /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)
    : text
}

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
