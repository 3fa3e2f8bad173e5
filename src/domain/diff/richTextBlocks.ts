import { block } from './block.ts'
import type { Block, Piece } from './block.ts'
import { piecesDeep, piecesIn, piecesOf, storedValues, textOf } from './richTextPieces.ts'
import type { RichTextNode, RichTextWords } from './richTextPieces.ts'

export type { RichTextWords } from './richTextPieces.ts'

/**
 * A rich text as the sequence of its paragraphs, headings, items and files. Whatever the reader does not know is shown as
 * it is stored: nothing that goes public stays unseen.
 *
 * @param value a canonical lexical document
 */
export const richTextBlocks = (value: unknown, words: RichTextWords): Block[] => {
  const root = (value as { root?: RichTextNode } | null)?.root
  return root ? (root.children ?? []).flatMap((node) => blocksOf(node, words)) : []
}

const blocksOf = (node: RichTextNode, words: RichTextWords, depth = 0): Block[] => {
  switch (node.type) {
    case 'paragraph':
      return [block({ kind: 'text', style: styleOf(node, words), pieces: piecesIn(node, words) })]
    case 'heading': {
      const level = Number(String(node.tag).replace('h', ''))
      const style = [words.styleOf('heading', level), styleOf(node, words)]
      return [
        block({
          kind: 'heading',
          style: style.filter(Boolean).join(', '),
          pieces: piecesIn(node, words),
        }),
      ]
    }
    case 'quote':
      return [block({ kind: 'quote', style: styleOf(node, words), pieces: piecesIn(node, words) })]
    case 'list':
      return (node.children ?? []).flatMap((item, index) =>
        itemBlocks(item, { list: node, index, depth }, words),
      )
    case 'horizontalrule':
      return [block({ kind: 'rule' })]
    case 'upload': {
      const shown = words.fileOf((node.value ?? {}) as Record<string, unknown>)
      return [block({ kind: 'file', ...shown }), ...rest(node.fields)]
    }
    case 'relationship':
      return [
        block({
          kind: 'text',
          pieces: [{ text: words.titleOf(String(node.relationTo), node.value), marks: ['link'] }],
        }),
      ]
    case 'tablerow': {
      const cells = (node.children ?? []).map((cell) => piecesDeep(cell, words))
      const pieces = cells.flatMap((cell, index) => (index === 0 ? cell : [separator, ...cell]))
      return [block({ kind: 'text', style: words.styleOf('table'), pieces })]
    }
    default:
      return node.children
        ? node.children.flatMap((child) => blocksOf(child, words, depth))
        : rest(node)
  }
}

const separator: Piece = { text: ' │ ', marks: ['note'] }

const itemBlocks = (
  item: RichTextNode,
  at: { list: RichTextNode; index: number; depth: number },
  words: RichTextWords,
): Block[] => {
  const own = (item.children ?? []).filter((child) => child.type !== 'list')
  const nested = (item.children ?? []).filter((child) => child.type === 'list')
  const isNumbered = at.list.listType === 'number'
  const number = typeof item.value === 'number' ? item.value : at.index + 1
  const check = item.checked === true ? '☑' : '☐'
  const sign = isNumbered ? `${number}.` : at.list.listType === 'check' ? check : '•'
  const style = [
    words.styleOf(textOf(at.list.listType) || 'bullet'),
    at.list.listType === 'check' ? check : '',
    styleOf(item, words),
  ]
  const pieces = own.flatMap((child) => piecesOf(child, words))
  return [
    ...(own.length === 0 && nested.length > 0
      ? []
      : [
          block({
            kind: 'item',
            depth: at.depth,
            sign,
            style: style.filter(Boolean).join(', '),
            pieces,
          }),
        ]),
    ...nested.flatMap((list) => blocksOf(list, words, at.depth + 1)),
  ]
}

/** Alignment and indentation. A list item's indent is its depth. */
const styleOf = (node: RichTextNode, words: RichTextWords): string => {
  const format = typeof node.format === 'string' ? words.styleOf(node.format) : ''
  const indent = Number(node.indent ?? 0)
  const isIndented = indent > 0 && node.type !== 'listitem'
  return [format, isIndented ? words.styleOf('indent', indent) : ''].filter(Boolean).join(', ')
}

/** What has no form of its own: each of its values in a line. */
const rest = (value: unknown): Block[] =>
  storedValues(value).map(([label, text]) =>
    block({ kind: 'text', label, pieces: [{ text, marks: [] }] }),
  )
