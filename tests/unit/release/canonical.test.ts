import { describe, expect, test } from 'vitest'
import { canonical, filesIn, isCompletionOf, localesOf } from '#domain/release/canonical.ts'
import type { FieldDescription } from '#domain/release/fieldDescription.ts'
import type { FrozenFile } from '#domain/release/frozenFile.ts'

const field = (
  name: string,
  kind: FieldDescription['kind'],
  more: Partial<FieldDescription> = {},
): FieldDescription => ({
  name,
  kind,
  isLocalized: false,
  isPrivate: false,
  ...more,
})

const file = (id: number): FrozenFile => ({
  id,
  alt: { vi: `Ảnh ${id}` },
  credit: null,
  filename: `${id}.jpg`,
  mimeType: 'image/jpeg',
  filesize: 10,
  sha256: 'a'.repeat(64),
  width: 4,
  height: 3,
  url: `/released/${'a'.repeat(64)}.jpg`,
  sizes: {},
})

const title = field('title', 'value', { isLocalized: true })

const bodyOf = (fields: FieldDescription[], raw: Record<string, unknown>) =>
  canonical({
    collection: 'articles',
    id: 7,
    log: 'ha-noi',
    fields: [title, ...fields],
    raw: { title: { vi: 'Tin', en: '' }, ...raw },
    locales: ['vi', 'en'],
    title: 'title',
    fileOf: file,
  })

const inVietnamese = (fields: FieldDescription[], raw: Record<string, unknown>): unknown => {
  const { locales } = JSON.parse(bodyOf(fields, raw)) as {
    locales: { vi: Record<string, unknown> }
  }
  const { title: _title, ...rest } = locales.vi
  return rest
}

const text = (more: Record<string, unknown> = {}) => ({
  root: {
    type: 'root',
    direction: 'ltr',
    version: 1,
    children: [{ type: 'text', text: 'Chữ', detail: 0, version: 1, ...more }],
  },
})

describe('golden form of each kind of field', () => {
  test.each<[string, FieldDescription, unknown, unknown]>([
    ['text', field('a', 'value'), 'Chợ', { a: 'Chợ' }],
    ['an empty text is dropped', field('a', 'value'), '', {}],
    [
      'false and zero are kept',
      field('a', 'group', { fields: [field('b', 'value'), field('c', 'value')] }),
      { b: false, c: 0 },
      { a: { b: false, c: 0 } },
    ],
    [
      'localized text',
      field('a', 'value', { isLocalized: true }),
      { vi: 'x', en: 'y' },
      { a: 'x' },
    ],
    ['date', field('a', 'date'), '2026-01-02T00:00:00Z', { a: '2026-01-02T00:00:00.000Z' }],
    ['numbers keep their order', field('a', 'value'), [3, 1, 2], { a: [3, 1, 2] }],
    ['relationship', field('a', 'relationship'), { id: 5, name: 'x' }, { a: 5 }],
    [
      'polymorphic relationship',
      field('a', 'relationship'),
      { relationTo: 'pages', value: { id: 5 } },
      { a: { relationTo: 'pages', value: 5 } },
    ],
    [
      'array rows lose their ids',
      field('a', 'array', { fields: [field('b', 'value')] }),
      [{ id: 'r1', b: 'x' }],
      { a: [{ b: 'x' }] },
    ],
    [
      'localized array cells',
      field('a', 'array', { fields: [field('b', 'value', { isLocalized: true })] }),
      [{ b: { vi: 'x', en: 'y' } }],
      { a: [{ b: 'x' }] },
    ],
    [
      'blocks keep their kind',
      field('a', 'blocks', { blocks: { quote: [field('b', 'value')] } }),
      [{ id: 'r', blockType: 'quote', blockName: 'n', b: 'x' }],
      { a: [{ b: 'x', blockType: 'quote' }] },
    ],
    ['a private field never enters', field('a', 'value', { isPrivate: true }), 'secret', {}],
    [
      'lexical noise is dropped',
      field('a', 'richText'),
      text({ id: 'n1', direction: 'ltr' }),
      {
        a: {
          root: { type: 'root', version: 1, children: [{ type: 'text', text: 'Chữ', version: 1 }] },
        },
      },
    ],
  ])('%s', (_name, description, value, expected) => {
    expect(inVietnamese([description], { a: value })).toEqual(expected)
  })

  test('upload', () => {
    expect(inVietnamese([field('a', 'upload')], { a: 3 })).toMatchObject({
      a: { id: 3, alt: 'Ảnh 3', sha256: 'a'.repeat(64), url: `/released/${'a'.repeat(64)}.jpg` },
    })
  })

  test('upload inside rich text', () => {
    const value = {
      root: { type: 'root', children: [{ type: 'upload', relationTo: 'media', value: 9 }] },
    }
    expect(inVietnamese([field('a', 'richText')], { a: value })).toMatchObject({
      a: { root: { children: [{ value: { id: 9, alt: 'Ảnh 9' } }] } },
    })
    expect(filesIn([field('a', 'richText', { isLocalized: true })], { a: { vi: value } })).toEqual([
      9,
    ])
  })
})

test('the text is the same whatever order, ids, times and empties the editor left', () => {
  const fields = [field('a', 'value'), field('b', 'array', { fields: [field('c', 'value')] })]
  const one = bodyOf(fields, {
    a: 'x',
    b: [{ id: '1', c: 'y' }],
    updatedAt: 'now',
    _status: 'draft',
  })
  const other = bodyOf(fields, { b: [{ c: 'y', id: '2' }], a: 'x', updatedAt: 'later', unknown: 1 })
  expect(one).toBe(other)
})

test('one letter in another language changes the text', () => {
  const fields = [field('a', 'value', { isLocalized: true })]
  const raw = { title: { vi: 'Tin', en: 'News' } }
  expect(bodyOf(fields, { ...raw, a: { en: 'x' } })).not.toBe(
    bodyOf(fields, { ...raw, a: { en: 'y' } }),
  )
})

test('a language exists only where the title does', () => {
  const raw = { title: { vi: 'Tin', en: '  ' } }
  expect(localesOf({ fields: [title], raw, locales: ['vi', 'en'], title: 'title' })).toEqual(['vi'])
})

describe('what is made of other fields', () => {
  const spoken = field('spoken', 'value', { isLocalized: true })
  const input = (raw: Record<string, unknown>) => ({
    collection: 'bulletins',
    id: 7,
    log: 'ha-noi',
    fields: [title, spoken],
    raw: { title: { vi: 'Lúc 8h', en: 'At 8' }, ...raw },
    locales: ['vi', 'en'],
    title: 'title',
    fileOf: file,
  })
  const made = {
    spoken: (document: Readonly<Record<string, unknown>>, locale: string) =>
      locale === 'vi' ? `${String(document.title)}!` : undefined,
  }

  test('stands where nobody wrote anything, and in no other language', () => {
    expect(JSON.parse(canonical({ ...input({}), made }))).toMatchObject({
      locales: { vi: { spoken: 'Lúc 8h!' }, en: { title: 'At 8' } },
    })
    const own = input({ spoken: { vi: 'Tám giờ', en: 'Eight' } })
    expect(canonical({ ...own, made })).toBe(canonical(own))
  })

  test('is told from what somebody changed', () => {
    const plain = canonical(input({}))
    expect(isCompletionOf(canonical({ ...input({}), made }), plain, ['spoken'])).toBe(true)
    expect(isCompletionOf(plain, plain, ['spoken'])).toBe(true)
    expect(isCompletionOf(canonical({ ...input({}), made }), plain, [])).toBe(false)
    const other = canonical({ ...input({ title: { vi: 'Lúc 9h', en: 'At 8' } }), made })
    expect(isCompletionOf(other, plain, ['spoken'])).toBe(false)
    const own = canonical(input({ spoken: { vi: 'Tám giờ' } }))
    expect(isCompletionOf(canonical({ ...input({}), made }), own, ['spoken'])).toBe(false)
  })
})
