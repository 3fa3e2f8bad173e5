import { createHash } from 'node:crypto'
import { entryText } from '#domain/board/ledgerEntry.ts'
import type { LedgerAct, LedgerKind } from '#domain/board/ledgerEntry.ts'
import type { Proofs } from '#domain/board/verify/auditRecord.ts'
import { createVerification } from '#domain/board/verify/createVerification.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A signature is good when it says so: what the rules find is what is tested here. */
const proofs: Proofs = {
  sha256,
  isSigned: (keyId, _text, value) => (keyId === 'ours' ? value === 'good' : null),
}

type Said = {
  kind: LedgerKind
  by?: number | null
  capacity?: string
  at?: string
  content: Record<string, unknown>
} & Partial<Pick<LedgerAct, 'actingFor' | 'mandate'>>

/** What is found in a chain of the board `a` that says these acts, rows left out. */
export const foundIn = (acts: readonly Said[]): string[] => {
  const verification = createVerification({ proofs })
  for (const log of ['a', 'b'])
    verification.take({ table: 'logs', row: { log, board: log, seq: null } })
  let previous = ''
  acts.forEach((said, index) => {
    const n = index + 1
    const { by = null, capacity = 'owner', at = '2026-11-24T02:00:00.000000Z', ...rest } = said
    const text = entryText({ board: 'a', n, previous, by, capacity, at, ...rest })
    const hash = sha256(text)
    previous = hash
    const signatures = [{ keyId: 'ours', algorithm: 'Ed25519', value: 'good' }]
    verification.take({
      table: 'editorial.ledger',
      row: { board: 'a', n, kind: said.kind, text, hash, signatures },
    })
  })
  return verification
    .finish()
    .findings.filter(({ code }) => code !== 'row_missing')
    .map(({ code, key, about }) => `${key} ${code}${about === undefined ? '' : ` ${about}`}`)
}

export const head = 1
export const deputy = 2
export const member = 3
export const writer = 4

/** The first entry of the chain: who is on the board. */
export const founded: Said = {
  kind: 'found',
  content: {
    appointments: [
      [head, 'head'],
      [deputy, 'deputy'],
      [member, 'member'],
      [writer, 'collaborator'],
    ].map(([person, role]) => ({
      person,
      role,
      startsOn: '2020-01-01',
      endsOn: null,
      document: '1/QĐ',
      categories: null,
    })),
  },
}

export const oneStep = {
  code: 'one',
  name: { vi: '', en: '' },
  fourEyes: 'contributors',
  steps: [
    {
      key: 'board',
      label: { vi: '', en: '' },
      kind: 'approval',
      actors: ['head', 'deputy', 'member'],
      quorum: 1,
      limitHours: 8,
    },
  ],
}

export const ballot = (
  by: number,
  capacity: string,
  more: Record<string, unknown> = {},
  over: Partial<Said> = {},
): Said => ({
  kind: 'ballot',
  by,
  capacity,
  content: {
    id: `b${by}`,
    submission: 's',
    collection: 'articles',
    document: 7,
    category: 5,
    round: 1,
    step: 0,
    vote: 'approve',
    sha256: 'x',
    ...more,
  },
  ...over,
})

export const decision = (
  by: number,
  capacity: string,
  more: Record<string, unknown> = {},
  over: Partial<Said> = {},
): Said => ({
  kind: 'decision',
  by,
  capacity,
  content: {
    id: 'd',
    submission: 's',
    log: 'a',
    collection: 'articles',
    document: 7,
    category: 5,
    kind: 'publish',
    sha256: 'x',
    ballots: [`b${by}`],
    review: {
      flow: oneStep,
      round: 1,
      contributors: [writer],
      submittedBy: writer,
      supplier: writer,
    },
    ...more,
  },
  ...over,
})

export const release = (more: Record<string, unknown> = {}, over: Partial<Said> = {}): Said => ({
  kind: 'release',
  capacity: 'system',
  content: { id: 'r', log: 'a', seq: 1, decision: 'd', kind: 'publish', sha256: 'x', ...more },
  ...over,
})

export const mandate = (more: Record<string, unknown> = {}): Said => ({
  kind: 'mandate',
  by: head,
  capacity: 'head',
  content: {
    id: 'm',
    principal: head,
    delegate: deputy,
    collections: null,
    categories: null,
    startsOn: '2026-11-01',
    endsOn: '2026-11-30',
    document: '12/GUQ',
    ...more,
  },
})
