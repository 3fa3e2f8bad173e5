import { expect, test } from 'vitest'
import type { ComparedPart } from '#kit/admin/compare/compareBodies.ts'
import { block, plain } from '#domain/diff/block.ts'
import { placeThreads } from '#plugins/editorial-board/threads/placeThreads.ts'
import type { ShownThread } from '#plugins/editorial-board/threads/readThreads.ts'

const field = (path: string, anchor: string | null, text: string) => ({
  path,
  label: path,
  anchor,
  blocks: [block({ kind: 'text', pieces: plain(text) })],
  rows: [],
  isChanged: false,
  isUnseen: false,
})
const parts: ComparedPart[] = [
  { locale: 'vi', fate: 'update', fields: [field('title', 'vi', 'Lễ hội phố sách')] },
  { locale: 'en', fate: 'gone', fields: [field('title', 'en', 'Book street')] },
  { locale: null, fate: 'update', fields: [field('author', null, 'Minh An')] },
]
const thread = (is: Partial<ShownThread>): ShownThread => ({
  id: 'a',
  collection: 'articles',
  docId: 1,
  submissionId: 'now',
  fieldPath: 'title',
  fieldLabel: 'Tiêu đề',
  locale: 'vi',
  quote: null,
  openedAt: '2026-11-24T01:00:00.000Z',
  isOpen: true,
  comments: [],
  acts: [],
  ...is,
})
const place = (...threads: ShownThread[]) => placeThreads({ threads, parts, submissionId: 'now' })

test('a thread stands at its field in its language', () => {
  const placed = place(thread({ id: 'a' }), thread({ id: 'b', fieldPath: 'author', locale: null }))
  expect(placed.at({ path: 'title', anchor: 'vi' }).map((one) => one.id)).toEqual(['a'])
  expect(placed.at({ path: 'author', anchor: null }).map((one) => one.id)).toEqual(['b'])
  expect(placed.elsewhere).toEqual([])
})

test('open threads of a field or language that is gone are not lost; resolved ones rest', () => {
  const placed = place(
    thread({ id: 'a', locale: 'en' }),
    thread({ id: 'b', fieldPath: 'lead' }),
    thread({ id: 'c', fieldPath: 'lead', isOpen: false }),
  )
  expect(placed.elsewhere.map((one) => one.id)).toEqual(['a', 'b'])
})

test('a thread of an earlier submission says so, and so does a passage that is gone', () => {
  const [first, second] = place(
    thread({ submissionId: 'before', quote: 'phố hoa' }),
    thread({ quote: 'phố\n sách' }),
  ).at({ path: 'title', anchor: 'vi' })
  expect([first?.isCarried, first?.isQuoteGone]).toEqual([true, true])
  expect([second?.isCarried, second?.isQuoteGone]).toEqual([false, false])
})
