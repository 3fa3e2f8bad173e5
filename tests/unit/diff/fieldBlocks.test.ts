import type { FlattenedField } from 'payload'
import { expect, test } from 'vitest'
import { fieldBlocks } from '#kit/admin/compare/fieldBlocks.ts'
import { textOfBlock } from '#domain/diff/block.ts'
import { diffBlocks } from '#domain/diff/diffBlocks.ts'

const shown = { language: 'vi' as const, titles: new Map([['categories/3', 'Tin tức']]) }
const show = (field: unknown, value: unknown) =>
  fieldBlocks(field as FlattenedField, value, shown).map((one) => textOfBlock(one).trim()) // the few properties that are read

test('codes, ids and days are put into words', () => {
  const options = [{ value: 'open', label: { vi: 'Mở cửa', en: 'Open' } }]
  expect(show({ name: 'state', type: 'select', options }, 'open')).toEqual(['Mở cửa'])
  expect(show({ name: 'category', type: 'relationship', relationTo: 'categories' }, 3)).toEqual([
    'Tin tức (#3)',
  ])
  expect(
    show({ name: 'of', type: 'relationship', relationTo: ['categories', 'pages'] }, [
      { relationTo: 'categories', value: 3 },
      { relationTo: 'pages', value: 9 },
    ]),
  ).toEqual(['Tin tức (#3)', '#9'])
  expect(show({ name: 'on', type: 'date' }, '2026-11-23T17:00:00.000Z')).toEqual(['24/11/2026'])
  expect(show({ name: 'isOpen', type: 'checkbox' }, false)).toEqual(['Không'])
  expect(show({ name: 'where', type: 'point' }, [105.8, 21])).toEqual(['105.8', '21'])
  expect(show({ name: 'lead', type: 'textarea' }, 'Một\nHai')).toEqual(['Một', 'Hai'])
  expect(show({ name: 'lead', type: 'textarea' }, '')).toEqual([])
})

const hours = {
  name: 'hours',
  type: 'array',
  flattenedFields: [
    { name: 'day', type: 'text', label: { vi: 'Ngày', en: 'Day' } },
    {
      name: 'notes',
      type: 'array',
      flattenedFields: [{ name: 'note', type: 'text', label: 'Ghi chú' }],
    },
  ],
}
const sections = {
  name: 'sections',
  type: 'blocks',
  blocks: [
    {
      slug: 'call',
      labels: { singular: { vi: 'Kêu gọi', en: 'Call' } },
      flattenedFields: [{ name: 'words', type: 'text', label: 'Lời' }],
    },
    {
      slug: 'quote',
      labels: { singular: 'Trích' },
      flattenedFields: [{ name: 'words', type: 'text', label: 'Lời' }],
    },
  ],
}
const kinds = (field: unknown, before: unknown, after: unknown) =>
  diffBlocks(
    fieldBlocks(field as FlattenedField, before, shown),
    fieldBlocks(field as FlattenedField, after, shown),
    { left: 100_000 },
  ).map((row) => row.kind)

test('a change deep in an array is found in its row', () => {
  const value = (note: string) => [
    { day: 'Thứ hai', notes: [{ note: 'nghỉ trưa' }] },
    { day: 'Thứ ba', notes: [{ note }] },
  ]
  expect(kinds(hours, value('sáng'), value('chiều'))).toEqual(['same', 'inside'])
  expect(kinds(hours, value('sáng'), value('sáng'))).toEqual(['same', 'same'])
})

test('blocks that change places, or their kind, are told', () => {
  const call = { blockType: 'call', words: 'Hãy góp ý' }
  const quote = { blockType: 'quote', words: 'Lời người dân' }
  expect(kinds(sections, [call, quote], [quote, call])).toContain('added')
  expect(kinds(sections, [call], [{ ...call, blockType: 'quote' }])).not.toContain('same')
})
