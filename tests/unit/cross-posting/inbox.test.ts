import { expect, test } from 'vitest'
import { queryOf } from '#kit/admin/query.ts'
import { addressOf, filterOf, tabOf } from '#plugins/cross-posting/screens/proposalFilter.ts'
import { sinceText } from '#plugins/cross-posting/screens/sinceText.ts'

test('what an address does not know is no filter, and what is typed keeps to what the database takes', () => {
  const query = queryOf({ tab: 'attic', reason: 'whim', state: 'lost', text: ' lũ\0 lụt ' })
  expect(tabOf(query)).toBe('incoming')
  expect(filterOf(query)).toEqual({ text: 'lũ lụt' })
})

test('a filter survives on its way through pages', () => {
  const filter = { text: 'lũ & lụt', reason: 'offer', site: 'ha-noi', state: 'returned' } as const
  const address = addressOf('settled', filter, 3)
  const query = queryOf(Object.fromEntries(new URL(address, 'http://here').searchParams))
  expect([tabOf(query), filterOf(query), query.get('page')]).toEqual(['settled', filter, '3'])
  expect(addressOf('incoming', {})).toBe('/admin/cross-posting')
})

test.each([
  [0, 'vừa xong'],
  [59, 'vừa xong'],
  [60, '1 phút trước'],
  [3 * 3600 + 59 * 60, '3 giờ trước'],
  [50 * 3600, '2 ngày trước'],
])('%i seconds ago is said as "%s"', (seconds, said) => {
  const now = new Date('2026-11-24T03:00:00Z')
  const at = new Date(now.getTime() - seconds * 1000).toISOString()
  expect(sinceText(at, now, 'vi')).toBe(said)
})
