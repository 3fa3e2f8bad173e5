import { describe, expect, test } from 'vitest'
import { haiphong } from '#config/profiles/haiphong.ts'
import { hanoi } from '#config/profiles/hanoi.ts'
import { capital } from '#domain/text/capital.ts'
import { citation, shortCitation } from '#domain/text/citation.ts'
import { reasonLabel, reasonText } from '#domain/text/reasonText.ts'

test.each([
  ['S-12.2', 'khoản 2 Điều 12 Quy chế 5020/QĐ-UBND', 'Article 12(2), Regulation 5020/QĐ-UBND'],
  [
    'S-11.1a',
    'điểm a khoản 1 Điều 11 Quy chế 5020/QĐ-UBND',
    'Article 11(1)(a), Regulation 5020/QĐ-UBND',
  ],
  ['P-14.3đ', 'điểm đ khoản 3 Điều 14 Quy chế 4263/QĐ-UBND', undefined],
  ['P-17', 'Điều 17 Quy chế 4263/QĐ-UBND', undefined],
  // What an article says before its first clause.
  ['S-12.0', 'Điều 12 Quy chế 5020/QĐ-UBND', 'Article 12, Regulation 5020/QĐ-UBND'],
  // The last number tells requirements within one clause apart; no law is cited by it.
  ['H-12.1.2', 'khoản 1 Điều 12 dự thảo Quy chế thông tin nguồn Hải Phòng', undefined],
  ['H-14.2a.3', 'điểm a khoản 2 Điều 14 dự thảo Quy chế thông tin nguồn Hải Phòng', undefined],
  ['Điều 112 Bộ luật Lao động', 'Điều 112 Bộ luật Lao động', 'Điều 112 Bộ luật Lao động'],
  ['X-1.2', 'X-1.2', 'X-1.2'],
])('%s is cited as people of the law do', (clause, vi, en) => {
  expect(citation(clause, 'vi')).toBe(vi)
  if (en) expect(citation(clause, 'en')).toBe(en)
})

test.each([
  ['P-13.2a.1', 'điểm a khoản 2 Điều 13 Quy chế 4263', 'Art. 13(2)(a), Reg. 4263'],
  ['S-12.2', 'khoản 2 Điều 12 Quy chế 5020', 'Art. 12(2), Reg. 5020'],
  ['E-10.3.1', 'khoản 3 Điều 10 Quy chế dân tộc', 'Art. 10(3), ethnic-affairs reg.'],
  [
    'H-14.1a',
    'điểm a khoản 1 Điều 14 dự thảo thông tin nguồn',
    'Art. 14(1)(a), draft source-information reg.',
  ],
  ['C-25.1', 'khoản 1 Điều 25 dự thảo an ninh mạng', 'Art. 25(1), draft cybersecurity reg.'],
  ['Charter 1', 'Charter 1', 'Charter 1'],
])('%s is told shortly where room is short', (clause, vi, en) => {
  expect(shortCitation(clause, 'vi')).toBe(vi)
  expect(shortCitation(clause, 'en')).toBe(en)
})

test('a citation that stands alone begins with a capital', () => {
  expect(capital(citation('P-13.1đ', 'vi'))).toBe('Điểm đ khoản 1 Điều 13 Quy chế 4263/QĐ-UBND')
  expect(capital('điều')).toBe('Điều')
  expect(capital('')).toBe('')
})

test('a ground of refusal is told with the law it rests on', () => {
  const untrue = { clause: 'P-14.3c', label: { vi: 'Thông tin sai sự thật', en: 'Untrue' } }
  expect(reasonLabel(untrue)).toEqual({
    vi: 'Thông tin sai sự thật (điểm c khoản 3 Điều 14 Quy chế 4263/QĐ-UBND)',
    en: 'Untrue (Article 14(3)(c), Regulation 4263/QĐ-UBND)',
  })
  expect(reasonText(untrue, 'en', shortCitation)).toBe('Untrue (Art. 14(3)(c), Reg. 4263)')
})

describe.each([
  ['Hà Nội', hanoi],
  ['Hải Phòng', haiphong],
])('%s', (_name, profile) => {
  test('names law that is cited in words, never by the code of the catalogue', () => {
    const clauses = clausesIn(profile)
    expect(clauses.length).toBeGreaterThan(20)
    for (const language of ['vi', 'en']) {
      for (const cite of [citation, shortCitation]) {
        expect(clauses.filter((clause) => cite(clause, language).includes(clause))).toEqual([])
      }
    }
  })

  test('no text that is shown has the code of a clause in it', () => {
    expect(textsIn(profile).filter((text) => /\b[SPHEC]-\d/.test(text))).toEqual([])
  })
})

/** Every `clause` in a profile, however deep. */
function clausesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'clause' ? [String(inner)] : clausesIn(inner),
  )
}

/** Every text in a profile but the clauses themselves. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'clause' ? [] : textsIn(inner)))
}
