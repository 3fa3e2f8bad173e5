import { spawn } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { AuditHeads } from '#domain/board/verify/auditRecord.ts'
import type { Finding } from '#domain/board/verify/finding.ts'
import { keyIdOf, rawPublicKey } from '#kit/signingKey.ts'
import { streamRows } from '#src/verifier/streamDatabase.ts'
import { verifyRecords } from '#src/verifier/verifyRecords.ts'
import { installationKeys, verifyDatabase } from '#tests/support/verifyDatabase.ts'
import { makeHistory } from './makeHistory.ts'
import { openBoards } from './openBoards.ts'
import { aBallot, aDecision, changes, deletions } from './tamperings.ts'

let boards: Awaited<ReturnType<typeof openBoards>>
let history: Awaited<ReturnType<typeof makeHistory>>
/** Who owns the server: no trigger, constraint or right keeps him from anything. */
let intruder: pg.Client

beforeAll(async () => {
  boards = await openBoards()
  history = await makeHistory(boards)
  const database = new URL(process.env.DATABASE_OWNER_URL ?? '').pathname
  intruder = new pg.Client({
    connectionString: inject('postgres').superUrl.replace(/\/[^/]*$/, database),
  })
  await intruder.connect()
})
afterAll(async () => {
  await intruder?.end()
  await boards?.stop()
})

/** Changes the database behind every guard, verifies it so, and takes the change back. */
const tampered = async (
  statements: readonly string[],
  since?: AuditHeads,
): Promise<readonly Finding[]> => {
  await intruder.query('begin')
  try {
    await intruder.query(`do $$ declare c record; begin
      for c in select conrelid::regclass as t, conname from pg_constraint
        where contype = 'c' and connamespace in ('editorial'::regnamespace, 'release'::regnamespace) loop
        execute format('alter table %s drop constraint %I', c.t, c.conname);
      end loop;
      for c in select oid::regclass as t from pg_class
        where relkind = 'r' and relnamespace in ('editorial'::regnamespace, 'release'::regnamespace) loop
        execute format('alter table %s disable trigger all', c.t);
      end loop;
    end $$`)
    for (const statement of statements) {
      const { rowCount } = await intruder.query(statement)
      expect(rowCount, statement).toBeGreaterThan(0)
    }
    const keys = await installationKeys()
    return (await verifyRecords({ rows: streamRows(intruder), keys, ...(since ? { since } : {}) }))
      .findings
  } finally {
    await intruder.query('rollback')
  }
}

/** The first value of a query, as text. */
const one = async (query: string): Promise<string> => {
  const { rows } = await intruder.query<{ key: string }>(`select (${query})::text as key`)
  return rows[0]?.key ?? ''
}

test('what nobody touched verifies, with every act of a board in it', async () => {
  const { findings, counts, keys } = await verifyDatabase()
  expect(findings).toEqual([])
  expect(counts).toMatchObject({ boards: 1, decisions: 10, releases: 9, imports: 0, unreviewed: 0 })
  expect([...keys.keys()]).toEqual([...(await installationKeys()).keys()])
  const { rows } = await boards.owner.query<{ kind: string }>(
    'select distinct kind from editorial.ledger',
  )
  expect(rows.map((row) => row.kind).sort()).toEqual([
    'appoint',
    'ballot',
    'consent',
    'consentEnd',
    'decision',
    'emergencyReview',
    'end',
    'flow',
    'found',
    'hold',
    'holdLift',
    'mandate',
    'mandateEnd',
    'release',
    'revocation',
  ])
})

const last = `(select max(n) from editorial.ledger where board = 'ha-noi')`
test.each(changes)('changed: %s', async (_name, statement, key, found) => {
  expect(await tampered([statement])).toContainEqual(
    expect.objectContaining({ ...found, key: await one(key) }),
  )
})

test.each(deletions)('deleted: a row of %s', async (table, column, which) => {
  const key = await one(`select ${column} from ${table} where ${which}`)
  expect(await tampered([`delete from ${table} where ${which}`])).toContainEqual({
    code: 'row_missing',
    table,
    key,
  })
})

test('deleted: what the public reads of a document', async () => {
  const id = history.acted
  expect(
    await tampered([
      `delete from release.current_items where collection = 'articles' and doc_id = ${id}`,
    ]),
  ).toContainEqual(expect.objectContaining({ code: 'public_missing', key: `articles#${id}` }))
})

describe('the chain', () => {
  test('an entry taken out is named, and so is the row it stood for', async () => {
    const key = await one(
      `select board || '/' || ledger_n from editorial.ballots where id = ${aBallot}`,
    )
    const found = await tampered([
      `delete from editorial.ledger where board || '/' || n = '${key}'`,
    ])
    expect(found).toContainEqual({ code: 'entry_missing', table: 'editorial.ledger', key })
    expect(found).toContainEqual({
      code: 'row_unsigned',
      table: 'editorial.ballots',
      key: await one(`select id from editorial.ballots where role = 'acting'`),
    })
  })

  test('two entries exchanged are both named', async () => {
    const found = await tampered([
      `update editorial.ledger l set text = o.text, hash = o.hash, signatures = o.signatures, kind = o.kind
       from editorial.ledger o where l.board = o.board and (l.n, o.n) in ((6, 9), (9, 6))`,
    ])
    expect(found).toContainEqual({
      code: 'entry_moved',
      table: 'editorial.ledger',
      key: 'ha-noi/6',
      about: 'ha-noi/9',
    })
    expect(found).toContainEqual({
      code: 'entry_moved',
      table: 'editorial.ledger',
      key: 'ha-noi/9',
      about: 'ha-noi/6',
    })
  })

  test('an end that was cut off shows in the counter; with the counter and the row gone too, in the heads noted before', async () => {
    const { heads } = await verifyDatabase()
    const cut = [`delete from editorial.ledger where n = ${last}`]
    const n = await one(`select ${last}`)
    expect(await tampered(cut)).toContainEqual({
      code: 'tail_missing',
      table: 'editorial.ledger',
      key: `ha-noi/${n}`,
      about: String(Number(n) - 1),
    })
    const quietly = [
      ...cut,
      'delete from editorial.mandate_ends',
      `update editorial.ledger_heads h set n = l.n, hash = l.hash from editorial.ledger l where l.board = h.board and l.n = ${last}`,
    ]
    expect(await tampered(quietly)).toEqual([])
    expect(await tampered(quietly, heads)).toEqual([
      { code: 'head_missing', table: 'editorial.ledger', key: `ha-noi/${n}` },
    ])
  })

  test('a number missing from the log, and an end of it that was cut off, are named', async () => {
    const { heads } = await verifyDatabase()
    const seq = Number(await one(`select max(seq) from release.releases where log = 'ha-noi'`))
    expect(
      await tampered([`delete from release.releases where log = 'ha-noi' and seq = 2`]),
    ).toContainEqual({ code: 'release_missing', table: 'release.releases', key: 'ha-noi/2' })
    const found = await tampered(
      [`delete from release.releases where log = 'ha-noi' and seq = ${seq}`],
      heads,
    )
    expect(found).toContainEqual({
      code: 'tail_missing',
      table: 'release.releases',
      key: `ha-noi/${seq}`,
      about: String(seq - 1),
    })
    expect(found).toContainEqual({
      code: 'head_missing',
      table: 'release.releases',
      key: `ha-noi/${seq}`,
    })
  })

  test('another key is found, whether it gives its own name or ours', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const stranger = keyIdOf(rawPublicKey(publicKey))
    const [ours = ''] = [...(await installationKeys()).keys()]
    const text = await one(`select text from editorial.ledger where n = 5`)
    const signed = (keyId: string) => {
      const value = sign(null, Buffer.from(text), privateKey).toString('base64')
      return [
        `update editorial.ledger set signatures = '${JSON.stringify([{ keyId, algorithm: 'Ed25519', value }])}' where n = 5`,
      ]
    }
    const place = { table: 'editorial.ledger', key: 'ha-noi/5' }
    expect(await tampered(signed(stranger))).toEqual([
      { code: 'key_unknown', ...place, about: stranger },
    ])
    expect(await tampered(signed(ours))).toEqual([
      { code: 'signature_wrong', ...place, about: ours },
    ])
  })
})

describe('added', () => {
  test('a head whom no entry knows', async () => {
    const id = '00000000-0000-4000-8000-000000000001'
    const found = await tampered([
      `insert into editorial.appointments (id, board, person, role, starts_on, document, ledger_n)
       values ('${id}', 'ha-noi', 1, 'head', '2020-01-01', '9/QĐ', 3)`,
    ])
    expect(found).toContainEqual({ code: 'row_unsigned', table: 'editorial.appointments', key: id })
  })

  test('a decision and a release of it that no entry knows', async () => {
    const id = '00000000-0000-4000-8000-000000000002'
    const found = await tampered([
      `insert into release.decisions (id, submission_id, log, collection, doc_id, kind, sha256, decided_by, capacity)
       select '${id}', submission_id, log, collection, doc_id, 'update', sha256, decided_by, 'head' from release.decisions
       where id = ${aDecision}`,
      `insert into release.releases (log, seq, collection, doc_id, kind, slug, body, sha256, decision_id)
       select log, (select max(seq) + 1 from release.releases where log = r.log), collection, doc_id, 'update', slug, body, sha256, '${id}'
       from release.releases r where r.decision_id = ${aDecision}`,
      `update release.site_sequences set seq = seq + 1 where log = 'ha-noi'`,
    ])
    expect(found).toContainEqual({ code: 'row_unsigned', table: 'release.decisions', key: id })
    expect(found).toContainEqual(
      expect.objectContaining({ code: 'row_unsigned', table: 'release.releases' }),
    )
  })
})

describe('the command', () => {
  let folder: string
  const file = (name: string) => path.join(folder, name)
  /** Runs `coloa` as npm does, without npm. */
  const coloa = async (...words: string[]) => {
    const child = spawn(process.execPath, ['src/verifier/main.ts', ...words], { env: process.env })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => (said += String(part)))
    const [code] = (await once(child, 'close')) as [number]
    return { code, said }
  }
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'coloa-audit-'))
    const [key] = [...(await installationKeys()).values()]
    if (key) await writeFile(file('keys.pem'), key.export({ type: 'spki', format: 'pem' }))
    expect((await coloa('export', file('all.jsonl'), '--heads', file('heads.json'))).code).toBe(0)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const verify = (name: string, ...more: string[]) =>
    coloa(
      'verify',
      file(name),
      '--keys',
      file('keys.pem'),
      '--since-head',
      file('heads.json'),
      ...more,
    )

  test('an export verifies, and tells who decided under which mandate', async () => {
    const { code, said } = await verify('all.jsonl', '--decisions')
    expect(code, said).toBe(0)
    expect(said).toContain('Verdict: everything is as it was signed.')
    expect(said).toMatch(/acting for Người \d+ \(#\d+\), mandate 12\/GUQ-BBT/)
    const json = await verify('all.jsonl', '--decisions', '--json')
    const { findings, decisions } = JSON.parse(json.said) as Record<string, { capacity: string }[]>
    expect(findings).toEqual([])
    expect(decisions?.map((item) => item.capacity)).toEqual(
      expect.arrayContaining(['head', 'acting', 'emergency']),
    )
  })

  test('a changed line ends with 1 and names it, in either language; the heads of before hold', async () => {
    const text = await readFile(file('all.jsonl'), 'utf8')
    await writeFile(file('changed.jsonl'), text.replaceAll('"vote":"return"', '"vote":"refuse"'))
    const { code, said } = await verify('changed.jsonl')
    expect(code).toBe(1)
    expect(said).toMatch(/editorial\.ballots [0-9a-f-]{36}: the column vote is not what was signed/)
    expect((await verify('changed.jsonl', '--vi')).said).toContain(
      'cột vote khác với nội dung đã ký',
    )
  })

  test('what is not whole, is no export or has no key ends with 2', async () => {
    const text = await readFile(file('all.jsonl'), 'utf8')
    await writeFile(file('cut.jsonl'), text.slice(0, text.lastIndexOf('\n{"table":"end"') + 1))
    expect(await verify('cut.jsonl')).toMatchObject({ code: 2 })
    await writeFile(file('other.jsonl'), 'anything\n')
    expect(await verify('other.jsonl')).toMatchObject({ code: 2 })
    expect(await verify('absent.jsonl')).toMatchObject({ code: 2 })
    expect(await coloa('verify', file('all.jsonl'))).toMatchObject({ code: 2 })
  })
})
