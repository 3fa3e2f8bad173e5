import { expect, test } from 'vitest'
import { actingSpans } from '#domain/board/actingSpans.ts'
import type { ActingMandate, Signer } from '#domain/board/actingSpans.ts'

const signer = (person: number, startsOn: string, endsOn: string | null = null): Signer => ({
  person,
  name: `Người ${person}`,
  startsOn,
  endsOn,
})
const mandate = (
  principal: number,
  person: number,
  startsOn: string,
  endsOn: string,
  isScoped = false,
): ActingMandate => ({
  ...signer(person, startsOn, endsOn),
  principal,
  isScoped,
  document: '1/GUQ',
})

const brief = (board: {
  heads?: Signer[]
  terms?: Signer[]
  mandates?: ActingMandate[]
  others?: Signer[]
}) => {
  const { heads = [], mandates = [], others = [] } = board
  const given = { heads, terms: board.terms ?? heads, mandates, others }
  return actingSpans(given, '2026-11-24', 42).map((span) => [
    span.from,
    span.to,
    span.heads.map((one) => one.person).join(),
    span.acting.map((one) => one.person).join(),
    span.isGap,
  ])
}

test('a head without an end is one span of six weeks', () => {
  expect(brief({ heads: [signer(1, '2025-07-01')] })).toEqual([
    ['2026-11-24', '2027-01-04', '1', '', false],
  ])
})

test('first and last days of terms and mandates are included', () => {
  expect(
    brief({
      heads: [signer(1, '2025-07-01', '2026-12-10'), signer(2, '2026-12-15')],
      mandates: [mandate(1, 5, '2026-12-01', '2026-12-31')],
    }),
  ).toEqual([
    ['2026-11-24', '2026-11-30', '1', '', false],
    ['2026-12-01', '2026-12-10', '1', '5', false],
    ['2026-12-11', '2026-12-14', '', '', true],
    ['2026-12-15', '2027-01-04', '2', '', false],
  ])
})

test('a head whose account is off does not sign, and a mandate then fills the gap only when it covers everything', () => {
  const terms = [signer(1, '2025-07-01')]
  expect(
    brief({
      terms,
      mandates: [
        mandate(1, 5, '2026-11-24', '2026-11-30'),
        mandate(1, 6, '2026-12-01', '2026-12-31', true),
      ],
    }),
  ).toEqual([
    ['2026-11-24', '2026-11-30', '', '5', false],
    ['2026-12-01', '2026-12-31', '', '6', true],
    ['2027-01-01', '2027-01-04', '', '', true],
  ])
})

test('deputies whom the flow lets approve leave no gap', () => {
  expect(brief({ others: [signer(7, '2026-01-01')] })).toEqual([
    ['2026-11-24', '2027-01-04', '', '', false],
  ])
})
