import { readFile, writeFile } from 'node:fs/promises'
import type { AuditHeads } from '#domain/board/verify/auditRecord.ts'
import { help, readArguments } from './arguments.ts'
import type { Asked } from './arguments.ts'
import { readAuditFile, writeAuditFile } from './auditFile.ts'
import { readKeys } from './readKeys.ts'
import { decisionLines, findingLine, summaryLines } from './report.ts'
import { streamDatabase } from './streamDatabase.ts'
import { VerifierError } from './verifierError.ts'
import { verifyProofFile } from './verifyProofFile.ts'
import { verifyRecords } from './verifyRecords.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

const runExport = async (asked: Extract<Asked, { command: 'export' }>): Promise<number> => {
  const url = asked.database ?? process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL
  if (!url) throw new VerifierError('name the database: --database URL, or DATABASE_URL')
  const ledger: AuditHeads['ledger'][number][] = []
  const logs = new Map<string, AuditHeads['logs'][number]>()
  let rows = 0
  await writeAuditFile(asked.file, streamDatabase(url), ({ table, row }) => {
    rows += 1
    if (table === 'editorial.ledger_heads')
      ledger.push(JSON.parse(row) as AuditHeads['ledger'][number]) // its columns
    if (table !== 'release.releases') return
    const { log, seq, id } = JSON.parse(row) as AuditHeads['logs'][number] // among its columns
    logs.set(log, { log, seq, id })
  })
  await tellHeads({ ledger, logs: [...logs.values()] }, asked.heads)
  say(`${asked.file}: ${rows} lines`)
  return 0
}

const runVerify = async (asked: Extract<Asked, { command: 'verify' }>): Promise<number> => {
  const since = asked.since === undefined ? undefined : await readHeads(asked.since)
  const verified = await verifyRecords({
    rows:
      asked.file === undefined ? streamDatabase(asked.database ?? '') : readAuditFile(asked.file),
    keys: await readKeys(asked.keys),
    ...(since ? { since } : {}),
  })
  const { findings, counts, heads, keys, of } = verified
  if (asked.heads !== undefined) await writeFile(asked.heads, `${JSON.stringify(heads, null, 2)}\n`)
  if (asked.isJson) {
    const decisions = asked.isListed ? { decisions: [...verified.decisions()] } : {}
    say(
      JSON.stringify(
        { of, findings, counts, keys: Object.fromEntries(keys), heads, ...decisions },
        null,
        2,
      ),
    )
  } else {
    if (asked.isListed)
      for (const one of verified.decisions()) say(decisionLines(one, asked.language))
    for (const one of findings) say(findingLine(one, asked.language))
    for (const line of summaryLines(verified, asked.language)) say(line)
  }
  return findings.length === 0 ? 0 : 1
}

const tellHeads = async (heads: AuditHeads, file: string | undefined) => {
  for (const { board, n, hash } of heads.ledger) say(`chain ${board}: ${n} ${hash}`)
  for (const { log, seq, id } of heads.logs) say(`log ${log}: ${seq} ${id}`)
  if (file !== undefined) await writeFile(file, `${JSON.stringify(heads, null, 2)}\n`)
}

const readHeads = async (file: string): Promise<AuditHeads> => {
  try {
    const heads = JSON.parse(await readFile(file, 'utf8')) as AuditHeads
    if (Array.isArray(heads.ledger) && Array.isArray(heads.logs)) return heads
  } catch {
    // told below
  }
  throw new VerifierError(`${file} does not hold the heads of an audit`)
}

const run = async (words: string[]): Promise<number> => {
  const asked = readArguments(words)
  if (asked.command === 'export') return runExport(asked)
  if (asked.command === 'verify') return runVerify(asked)
  if (asked.command === 'verify-proof') {
    const { lines, isGood, isSignerKnown } = await verifyProofFile(asked)
    for (const line of lines) say(line)
    if (!isGood) return 1
    return isSignerKnown ? 0 : 3
  }
  say(help)
  return 0
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  const { code, message } = error as { code?: string; message: string }
  process.stderr.write(
    `${error instanceof VerifierError || code ? message : String((error as Error).stack)}\n`,
  )
  process.exitCode = 2
}
