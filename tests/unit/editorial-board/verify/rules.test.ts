import { describe, expect, test } from 'vitest'
import {
  ballot,
  decision,
  deputy,
  foundIn,
  founded,
  head,
  mandate,
  member,
  oneStep,
  release,
  writer,
} from './signedChain.ts'

const hold = {
  kind: 'hold' as const,
  by: head,
  capacity: 'head',
  content: { id: 'h', collection: 'articles', document: 7 },
}
const flowOf = (more: Record<string, unknown>, step: Record<string, unknown> = {}) => ({
  review: {
    flow: { ...oneStep, ...more, steps: [{ ...oneStep.steps[0], ...step }] },
    round: 1,
    contributors: [writer],
    submittedBy: writer,
    supplier: writer,
  },
})
const acting = { actingFor: head, mandate: 'm' }
const actedFor = (given: Record<string, unknown>, at?: string) =>
  foundIn([
    founded,
    mandate(given),
    ballot(deputy, 'acting', {}, { ...acting, ...(at ? { at } : {}) }),
    decision(deputy, 'acting', {}, { ...acting, ...(at ? { at } : {}) }),
  ])

test('a sound chain: founded, voted, decided, released', () => {
  expect(foundIn([founded, ballot(head, 'head'), decision(head, 'head'), release()])).toEqual([])
})

describe('who', () => {
  test('somebody without an appointment decides', () => {
    expect(foundIn([founded, ballot(9, 'head'), decision(9, 'head')])).toEqual([
      'a/2 role_not_in_force account 9, head',
      'a/3 role_not_in_force account 9, head',
    ])
  })
  test('the role began later, or had ended the day before', () => {
    const end = {
      kind: 'end' as const,
      by: 8,
      capacity: 'registrar',
      content: {
        appointmentId: 'x',
        person: head,
        role: 'head',
        endsOn: '2026-11-23',
        document: '2/QĐ',
        enteredBy: 8,
        confirmedBy: 9,
      },
    }
    expect(foundIn([founded, end, ballot(head, 'head')])).toEqual([
      'a/3 role_not_in_force account 1, head',
    ])
    const early = ballot(head, 'head', {}, { at: '2019-12-31T16:59:59.000000Z' })
    expect(foundIn([founded, early])).toEqual(['a/2 role_not_in_force account 1, head'])
    const first = ballot(head, 'head', {}, { at: '2019-12-31T17:00:00.000000Z' })
    expect(foundIn([founded, first])).toEqual([])
  })
  test('an appointment entered about oneself, or confirmed by who entered it', () => {
    const appoint = (more: Record<string, unknown>) => ({
      kind: 'appoint' as const,
      by: 8,
      capacity: 'registrar',
      content: {
        id: 'x',
        person: 5,
        role: 'member',
        startsOn: '2026-01-01',
        endsOn: null,
        categories: null,
        document: '3/QĐ',
        enteredBy: 8,
        confirmedBy: 9,
        ...more,
      },
    })
    expect(foundIn([founded, appoint({})])).toEqual([])
    expect(foundIn([founded, appoint({ enteredBy: 5 })])).toEqual(['a/2 about_oneself account 5'])
    expect(foundIn([founded, appoint({ confirmedBy: 8 })])).toEqual(['a/2 about_oneself account 5'])
  })
  test('acting for the head: within days and scope of the mandate, and not after its end', () => {
    expect(actedFor({})).toEqual([])
    expect(actedFor({}, '2026-12-01T02:00:00.000000Z')).toHaveLength(2)
    expect(actedFor({ collections: ['documents'] })).toHaveLength(2)
    expect(actedFor({ categories: [6] })).toHaveLength(2)
    expect(actedFor({ categories: [5] })).toEqual([])
    const ended = {
      kind: 'mandateEnd' as const,
      by: head,
      capacity: 'head',
      content: { mandate: 'm', reason: 'x' },
    }
    expect(foundIn([founded, mandate(), ended, ballot(deputy, 'acting', {}, acting)])).toEqual([
      'a/4 mandate_not_in_force m',
    ])
  })
  test('a mandate that no head gave', () => {
    expect(foundIn([founded, mandate({ principal: member, delegate: deputy })])).toEqual([
      'a/2 mandate_not_given_by_head m',
    ])
  })
  test('a board that is not responsible for the log', () => {
    const other = decision(head, 'head', { log: 'b' })
    expect(foundIn([founded, ballot(head, 'head'), other])).toEqual(['a/3 board_not_responsible b'])
  })
})

describe('ballots', () => {
  test('a quorum that was not reached, and a head who must be among them', () => {
    const two = decision(member, 'member', flowOf({}, { quorum: 2 }))
    expect(foundIn([founded, ballot(member, 'member'), two])).toEqual(['a/3 step_not_done board'])
    const headMust = decision(member, 'member', flowOf({}, { headMust: true }))
    expect(foundIn([founded, ballot(member, 'member'), headMust])).toEqual([
      'a/3 step_not_done board',
    ])
  })
  test('a voice at a step that is not theirs', () => {
    const only = decision(member, 'member', flowOf({}, { actors: ['head'] }))
    expect(foundIn([founded, ballot(member, 'member'), only])).toEqual([
      'a/3 step_not_theirs account 3',
    ])
  })
  test('the same person twice', () => {
    expect(foundIn([founded, ballot(head, 'head'), ballot(head, 'head', { id: 'again' })])).toEqual(
      ['a/3 voted_twice account 1, head'],
    )
  })
  test('a ballot that is not there, about another text, or a refusal', () => {
    expect(foundIn([founded, decision(head, 'head')])).toEqual([
      'a/2 ballot_missing b1',
      'a/2 ballot_missing account 1',
      'a/2 step_not_done board',
    ])
    for (const other of [{ sha256: 'y' }, { round: 2 }, { submission: 't' }, { vote: 'refuse' }])
      expect(foundIn([founded, ballot(head, 'head', other), decision(head, 'head')])).toEqual([
        'a/3 ballot_differs b1',
      ])
  })
  test('four eyes: what somebody wrote himself he does not approve, unless the flow says so', () => {
    const own = (flow: Record<string, unknown>, contributors: number[]) =>
      foundIn([
        founded,
        ballot(head, 'head'),
        decision(head, 'head', { review: { ...flowOf(flow).review, contributors } }),
      ])
    expect(own({}, [writer, head])).toEqual(['a/3 own_work account 1'])
    expect(own({ fourEyes: 'submitter' }, [writer, head])).toEqual([])
    expect(own({ fourEyes: 'none' }, [writer, head])).toEqual([])
  })
  test('a decision without its frozen flow', () => {
    expect(
      foundIn([founded, ballot(head, 'head'), decision(head, 'head', { review: undefined })]),
    ).toEqual(['a/3 flow_not_signed'])
  })
})

describe('carrying out', () => {
  const decided = [founded, ballot(head, 'head'), decision(head, 'head')]
  test('twice, without a decision, after it was taken back, before its time', () => {
    expect(foundIn([...decided, release(), release({ id: 'r2', seq: 2 })])).toEqual([
      'a/5 released_twice d',
    ])
    expect(foundIn([founded, release()])).toEqual(['a/2 decision_missing d'])
    const revocation = {
      kind: 'revocation' as const,
      by: head,
      capacity: 'head',
      content: { decision: 'd', explanation: 'x' },
    }
    expect(foundIn([...decided, revocation, release()])).toEqual(['a/5 decision_revoked d'])
    const later = decision(head, 'head', { publishAt: '2026-11-24T03:00:00.000Z' })
    expect(foundIn([founded, ballot(head, 'head'), later, release()])).toEqual([
      'a/4 before_its_time 2026-11-24T03:00:00.000Z',
    ])
  })
  test('another text than was decided, or the log in another order', () => {
    expect(foundIn([...decided, release({ sha256: 'y' })])).toEqual(['a/4 release_differs sha256'])
    const next = [
      ballot(head, 'head', { id: 'c', submission: 't', document: 8 }),
      decision(head, 'head', { id: 'e', submission: 't', document: 8, ballots: ['c'] }),
    ]
    expect(
      foundIn([...decided, ...next, release({ seq: 2 }), release({ id: 'r2', decision: 'e' })]),
    ).toEqual(['a/7 release_moved a/1'])
  })
  test('under a legal hold', () => {
    expect(foundIn([...decided, hold, release()])).toEqual(['a/5 on_hold articles#7'])
    const lift = {
      kind: 'holdLift' as const,
      by: head,
      capacity: 'head',
      content: { hold: 'h', reason: 'x' },
    }
    expect(foundIn([...decided, hold, lift, release()])).toEqual([])
  })
  test('the emergency lane is reviewed by another person', () => {
    const urgent = decision(member, 'emergency', { ballots: [], review: undefined })
    const review = (by: number) => ({
      kind: 'emergencyReview' as const,
      by,
      capacity: by === head ? 'head' : 'member',
      content: { decision: 'd', verdict: 'confirmed', explanation: '' },
    })
    expect(foundIn([founded, urgent, release(), review(head)])).toEqual([])
    expect(foundIn([founded, urgent, release(), review(member)])).toEqual([
      'a/4 own_work account 3',
    ])
  })
  test('a withdrawal is the head’s, or of whoever acts for him', () => {
    const withdrawal = (by: number, capacity: string) =>
      decision(by, capacity, {
        kind: 'withdraw',
        sha256: null,
        submission: null,
        ballots: [],
        review: undefined,
      })
    expect(foundIn([founded, withdrawal(head, 'head')])).toEqual([])
    expect(foundIn([founded, withdrawal(member, 'member')])).toEqual([
      'a/2 role_not_in_force account 3, member',
    ])
  })
})
