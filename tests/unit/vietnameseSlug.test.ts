import { expect, test } from 'vitest'
import { normaliseDocumentNumber } from '#domain/text/normaliseDocumentNumber.ts'
import { vietnameseSlug } from '#domain/text/vietnameseSlug.ts'

test.each([
  ['Đường Đồng Đen – Phường Ô Chợ Dừa', 'duong-dong-den-phuong-o-cho-dua'],
  ['Quyết định số 204/2025/QĐ-UBND', 'quyet-dinh-so-204-2025-qd-ubnd'],
  ['Ðường (chữ Ð giả)', 'duong-chu-d-gia'],
  ['Đường', 'duong'],
  ['  --  ', ''],
])('"%s" becomes "%s"', (text, slug) => {
  expect(vietnameseSlug(text)).toBe(slug)
  expect(vietnameseSlug(text.normalize('NFD'))).toBe(slug)
})

test('a long title is cut at a word', () => {
  const slug = vietnameseSlug('phường '.repeat(40))
  expect(slug.length).toBeLessThanOrEqual(120)
  expect(slug.endsWith('phuong')).toBe(true)
})

test.each([
  '204/2025/QĐ-UBND',
  '204 / 2025/qđ–ubnd',
  '204/2025/QÐ-UBND',
  '204/2025/QĐ-UBND'.normalize('NFD'),
])('document number "%s" has one key', (text) => {
  expect(normaliseDocumentNumber(text)).toBe('204/2025/QD-UBND')
})
