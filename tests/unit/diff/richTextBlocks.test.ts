import { expect, test } from 'vitest'
import { diffBlocks } from '#domain/diff/diffBlocks.ts'
import { richTextBlocks } from '#domain/diff/richTextBlocks.ts'
import { textOfBlock } from '#domain/diff/block.ts'

const words = {
  styleOf: (name: string, value?: number) => (value === undefined ? name : `${name} ${value}`),
  titleOf: (collection: string, id: unknown) => `${collection}/${String(id)}`,
  fileOf: (file: Record<string, unknown>) => ({
    pieces: [{ text: String(file.alt as string), marks: [] }],
    file: {
      id: 1,
      filename: 'a.jpg',
      mimeType: 'image/jpeg',
      filesize: 1,
      sha256: String(file.sha256 as string),
      url: '/a',
      previewUrl: '/a',
      sizes: '',
    },
  }),
}
const t = (text: string, format = 0) => ({ type: 'text', text, format })
const p = (...children: unknown[]) => ({ type: 'paragraph', children })
const read = (...children: unknown[]) => richTextBlocks({ root: { children } }, words)
const changed = (before: unknown, after: unknown) =>
  diffBlocks(read(before), read(after), { left: 100_000 }).filter((row) => row.kind !== 'same')

test('paragraphs, headings, items and their nesting become a sequence', () => {
  const item = (...children: unknown[]) => ({ type: 'listitem', value: 1, children })
  const blocks = read(
    { type: 'heading', tag: 'h2', children: [t('Lịch tiếp dân')] },
    {
      type: 'list',
      listType: 'number',
      children: [
        item(t('Thứ hai')),
        item({ type: 'list', listType: 'bullet', children: [item(t('sáng'))] }),
      ],
    },
    { type: 'quote', children: [t('Trích')] },
  )
  expect(blocks.map((one) => [one.kind, one.depth, textOfBlock(one).trim()])).toEqual([
    ['heading', 0, 'Lịch tiếp dân'],
    ['item', 0, 'Thứ hai'],
    ['item', 1, 'sáng'],
    ['quote', 0, 'Trích'],
  ])
})

test('every change that goes public is seen', () => {
  const link = (url: string, newTab = false) =>
    p({ type: 'link', fields: { linkType: 'custom', url, newTab }, children: [t('mẫu đơn')] })
  const list = (listType: string, checked = false) => ({
    type: 'list',
    listType,
    children: [{ type: 'listitem', checked, value: 1, children: [t('việc')] }],
  })
  const picture = (sha256: string, alt: string) => ({ type: 'upload', value: { sha256, alt } })
  const pairs: [string, unknown, unknown][] = [
    ['a letter', p(t('đê')), p(t('đề'))],
    ['bold', p(t('đê')), p(t('đê', 1))],
    ['a colour', p(t('đê')), p({ ...t('đê'), style: 'color: red' })],
    ['the target of a link', link('https://a.vn'), link('https://b.vn')],
    ['where a link opens', link('https://a.vn'), link('https://a.vn', true)],
    [
      'a paragraph made a heading',
      p(t('Một')),
      { type: 'heading', tag: 'h3', children: [t('Một')] },
    ],
    ['alignment', p(t('Một')), { ...p(t('Một')), format: 'center' }],
    ['indentation', p(t('Một')), { ...p(t('Một')), indent: 1 }],
    ['the kind of a list', list('bullet'), list('number')],
    ['a tick', list('check'), list('check', true)],
    ['the bytes of a picture', picture('a', 'x'), picture('b', 'x')],
    ['the words of a picture', picture('a', 'x'), picture('a', 'y')],
    ['a line break', p(t('a'), t('b')), p(t('a'), { type: 'linebreak' }, t('b'))],
    ['an empty line', p(t('a')), p()],
    [
      'a related document',
      { type: 'relationship', relationTo: 'articles', value: 1 },
      { type: 'relationship', relationTo: 'articles', value: 2 },
    ],
    [
      'a block we do not know',
      { type: 'block', fields: { blockType: 'note', tone: 'warm' } },
      { type: 'block', fields: { blockType: 'note', tone: 'cold' } },
    ],
    [
      'an inline block we do not know',
      p({ type: 'inlineBlock', fields: { price: 1 } }),
      p({ type: 'inlineBlock', fields: { price: 2 } }),
    ],
    ['a cell of a table', table('8 giờ'), table('9 giờ')],
  ]
  for (const [name, before, after] of pairs) {
    expect(changed(before, after), name).not.toEqual([])
    expect(changed(after, after), `${name}, unchanged`).toEqual([])
  }
})

function table(time: string) {
  const cell = (text: string) => ({ type: 'tablecell', children: [p(t(text))] })
  return {
    type: 'table',
    children: [{ type: 'tablerow', children: [cell('Thứ hai'), cell(time)] }],
  }
}
