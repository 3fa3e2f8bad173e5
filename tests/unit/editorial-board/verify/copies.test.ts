import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { LedgerAct } from '#domain/board/ledgerEntry.ts'
import { checkCopies } from '#domain/board/verify/checkCopies.ts'
import { decision, foundIn, founded, head, member, release } from './signedChain.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const consent = (more: Record<string, unknown> = {}, by = head) => ({
  kind: 'consent' as const,
  by,
  capacity: 'head',
  content: {
    id: 'c',
    log: 'a',
    sourceLog: 'b',
    collections: ['articles'],
    categories: [5],
    kinds: ['news'],
    mayPublish: true,
    mayUpdate: false,
    startsOn: '2026-11-01',
    endsOn: '2026-11-24',
    document: '4/NQ',
    ...more,
  },
})
const resting = {
  consent: 'c',
  origin: { log: 'b', seq: 9, document: 3 },
  contentKind: 'news',
  isEmergency: false,
  ballots: undefined,
  review: undefined,
}
const under = (more: Record<string, unknown> = {}, by = head) =>
  decision(by, 'consent', { ...resting, ...more })

describe('under a consent, by the chain alone', () => {
  test('in force and covering: decided by whoever gave it', () => {
    expect(foundIn([founded, consent(), under(), release()])).toEqual([])
    expect(foundIn([founded, under()])).toEqual(['a/2 consent_missing c'])
    expect(foundIn([founded, consent(), under({}, member)])).toEqual([
      'a/3 role_not_in_force account 3, consent',
    ])
  })
  test('over, revoked, or revoked before it was carried out', () => {
    const later = { at: '2026-11-24T17:00:00.000000Z' }
    expect(foundIn([founded, consent(), { ...under(), ...later }])).toEqual([
      'a/3 consent_not_in_force c',
    ])
    const end = {
      kind: 'consentEnd' as const,
      by: head,
      capacity: 'head',
      content: { consent: 'c', reason: 'x' },
    }
    expect(foundIn([founded, consent(), end, under()])).toEqual(['a/4 consent_not_in_force c'])
    expect(foundIn([founded, consent(), under(), end, release()])).toEqual([
      'a/5 consent_not_in_force c',
    ])
  })
  test('beyond its scope or its flags; an older consent without kinds covers every kind, and no emergency', () => {
    for (const more of [
      { category: 6 },
      { collection: 'documents' },
      { contentKind: 'law' },
      { kind: 'update' },
      { isEmergency: true },
      { origin: { log: 'z', seq: 9, document: 3 } },
    ])
      expect(foundIn([founded, consent(), under(more)])).toEqual(['a/3 consent_exceeded c'])
    const { kinds: _kinds, ...older } = consent().content
    const before = { ...consent(), content: older }
    expect(foundIn([founded, before, under({ contentKind: 'law' })])).toEqual([])
    expect(foundIn([founded, before, under({ isEmergency: true })])).toEqual([
      'a/3 consent_exceeded c',
    ])
    expect(
      foundIn([founded, consent({ mayEmergency: true }), under({ isEmergency: true })]),
    ).toEqual([])
  })
  test('by the origin only a withdrawal', () => {
    const gone = { ...resting, consent: undefined, kind: 'withdraw', sha256: null }
    expect(foundIn([founded, decision(9, 'origin', gone)])).toEqual([])
    expect(foundIn([founded, decision(9, 'origin', { ...gone, kind: 'update' })])).toEqual([
      'a/2 origin_missing update',
    ])
  })
  test('whoever took it in is no writer of it', () => {
    const ballot = {
      kind: 'ballot' as const,
      by: head,
      capacity: 'head',
      content: { ...decision(head, 'head').content, id: 'b1', round: 1, step: 0, vote: 'approve' },
    }
    const taken = (isIncoming: boolean) => {
      const signed = decision(head, 'head').content.review as Record<string, unknown>
      return decision(head, 'head', { review: { ...signed, submittedBy: head, isIncoming } })
    }
    expect(foundIn([founded, ballot, taken(true)])).toEqual([])
    expect(foundIn([founded, ballot, taken(false)])).toEqual(['a/3 own_work account 1'])
  })
})

describe('against the releases', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 2, minute)).toISOString()
  const text = (title: string, more: Record<string, unknown> = {}) => ({
    v: 1,
    locales: { vi: { title, category: 5, kind: 'news', ...more } },
  })
  const original = JSON.stringify(text('Một', { slug: 'mot' }))
  const origin = {
    site: 'b',
    collection: 'articles',
    item: '3',
    seq: 9,
    sha256: sha256(original),
    hops: ['b'],
  }
  const row = (more: Record<string, unknown>) => ({
    collection: 'articles',
    doc_id: 3,
    log: 'b',
    seq: 9,
    kind: 'publish',
    decision_id: 'theirs',
    released_at: at(0),
    body: original,
    ...more,
  })
  const mine = (body: unknown, more: Record<string, unknown> = {}) =>
    row({
      doc_id: 7,
      log: 'a',
      seq: 1,
      decision_id: 'd',
      released_at: at(20),
      body: JSON.stringify(body),
      ...more,
    })
  const act = (said: { by?: number | null; capacity?: string; content: Record<string, unknown> }) =>
    ({
      board: 'a',
      n: 2,
      previous: '',
      at: at(20),
      kind: 'decision',
      by: null,
      ...said,
    }) as LedgerAct

  const found = (
    rows: readonly Record<string, unknown>[],
    said: Parameters<typeof act>[0] = under(),
    others: readonly LedgerAct[] = [],
  ) => {
    const codes: string[] = []
    const copies = checkCopies({
      proofs: { sha256, isSigned: () => true },
      note: ({ code, about }) => codes.push(`${code} ${about ?? ''}`.trim()),
    })
    copies.project({ collection: 'articles', slug: 'slug', category: 'category', kind: 'kind' })
    const acts = [act(said), ...others]
    acts.forEach(copies.takeEntry)
    rows.forEach(copies.takeRelease)
    copies.finish(new Map(acts.map((one) => [String(one.content.id), one])))
    return codes
  }
  const good = mine(text('Một', { slug: 'khac', category: 8, origin }))

  test('a true copy: only where it stands and where it came from differ', () => {
    expect(found([row({}), good])).toEqual([])
    expect(found([row({}), mine(text('Hai', { origin }))])).toEqual(['copy_differs b/9'])
    expect(found([row({}), mine(text('Một'))])).toEqual(['copy_differs b/9'])
    expect(found([row({}), mine(text('Một', { origin: { ...origin, seq: 8 } }))])).toEqual([
      'copy_differs b/9',
    ])
    expect(found([good])).toEqual(['origin_missing b/9'])
  })
  test('what the consent was measured by is what the origin is', () => {
    expect(found([row({}), good], under({ category: 6, contentKind: 'law' }))).toEqual([
      'consent_exceeded category',
      'consent_exceeded contentKind',
    ])
    const urgent = { ...act(decision(head, 'emergency', { id: 'theirs' })), n: 1 }
    expect(found([row({}), good], under(), [urgent])).toEqual(['consent_exceeded isEmergency'])
  })
  test('newer at the origin long before; what was released in the same minutes is not held against it', () => {
    const newer = (minute: number) => row({ seq: 10, decision_id: 'x', released_at: at(minute) })
    expect(found([row({}), newer(5), good])).toEqual(['origin_stale b/9'])
    expect(found([row({}), newer(15), good])).toEqual([])
    expect(found([row({}), newer(25), good])).toEqual([])
  })
  test('new or changed: what was adapted, or withdrawn by the board itself, is not replaced', () => {
    const updating = under({ kind: 'update' })
    const later = mine(text('Một', { origin }), { seq: 2, kind: 'update' })
    const before = (title: string) =>
      mine(text(title, { origin }), { seq: 1, decision_id: 'e', released_at: at(10) })
    const first = row({ seq: 8, decision_id: 'y', released_at: at(-9) })
    expect(found([first, row({}), before('Một'), later], updating)).toEqual([])
    expect(found([first, row({}), before('Ba'), later], updating)).toEqual(['copy_adapted a/1'])
    expect(found([row({}), later], updating)).toEqual(['consent_exceeded update'])
    const tombstone = mine(null, {
      kind: 'withdraw',
      body: null,
      decision_id: 'w',
      released_at: at(10),
    })
    expect(found([row({}), tombstone, { ...good, seq: 2 }])).toEqual(['consent_exceeded a/1'])
  })
  test('a withdrawal of what it was copied from, by who decided it there', () => {
    const gone = { consent: undefined, kind: 'withdraw', sha256: null }
    const down = decision(9, 'origin', {
      ...resting,
      ...gone,
      origin: { log: 'b', seq: 10, document: 3 },
    })
    const theirs = { ...act(decision(9, 'head', { id: 't', kind: 'withdraw' })), n: 1 }
    const rows = (collection = 'articles') => [
      row({}),
      row({ seq: 10, kind: 'withdraw', body: null, decision_id: 't', released_at: at(18) }),
      mine(text('Một', { origin: { ...origin, collection } }), {
        decision_id: 'e',
        released_at: at(9),
      }),
      mine(null, { seq: 2, kind: 'withdraw', body: null }),
    ]
    expect(found(rows(), down, [theirs])).toEqual([])
    expect(found(rows('pages'), down, [theirs])).toEqual(['origin_missing b/10'])
    expect(found(rows(), { ...down, by: 8 }, [theirs])).toEqual([
      'role_not_in_force account 8, origin',
    ])
  })
  test('what says it was taken in names an origin', () => {
    const review = { isIncoming: true }
    expect(found([good], decision(head, 'head', { review }))).toEqual([])
    expect(found([mine(text('Một'))], decision(head, 'head', { review }))).toEqual(['not_incoming'])
  })
})
