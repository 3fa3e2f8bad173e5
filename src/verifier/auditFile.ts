import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import type { RowText } from './streamDatabase.ts'
import { VerifierError } from './verifierError.ts'

/**
 * Writes rows to a file, a line each, as they come.
 *
 * @param onRow is told each row
 */
export const writeAuditFile = async (
  file: string,
  rows: AsyncIterable<RowText>,
  onRow: (row: RowText) => void = () => undefined,
): Promise<void> => {
  const out = createWriteStream(file, { mode: 0o600 })
  for await (const one of rows) {
    onRow(one)
    if (!out.write(`{"table":${JSON.stringify(one.table)},"row":${one.row}}\n`))
      await once(out, 'drain')
  }
  out.end()
  await finished(out)
}

/** The rows of a file, as they were written. @throws VerifierError for a line that is none */
export async function* readAuditFile(file: string): AsyncGenerator<RowText> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })
  let n = 0
  for await (const line of lines) {
    n += 1
    const match = /^\{"table":"([\w.]+)","row":(.*)\}$/s.exec(line)
    if (!match) throw new VerifierError(`line ${n} of ${file} is not a line of an export`)
    yield { table: match[1] ?? '', row: match[2] ?? '' }
  }
}
