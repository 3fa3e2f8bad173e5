import type { BlockFile, Piece } from './block.ts'

/** A node of a canonical lexical document. */
export type RichTextNode = Record<string, unknown> & { children?: RichTextNode[] }

/** What the reading of a rich text must be told. */
export type RichTextWords = {
  /** In words: `heading` of a level, `center`, `right`, `justify`, `indent` … by what lexical calls them. */
  styleOf: (name: string, value?: number) => string
  /** The title of a document that is linked or shown. */
  titleOf: (collection: string, id: unknown) => string
  fileOf: (file: Record<string, unknown>) => { file: BlockFile; pieces: Piece[] }
}

/** The text of a node's children. */
export const piecesIn = (node: RichTextNode, words: RichTextWords): Piece[] =>
  (node.children ?? []).flatMap((child) => piecesOf(child, words))

/** The text of everything below a node, such as a cell of a table. */
export const piecesDeep = (node: RichTextNode, words: RichTextWords): Piece[] =>
  node.children && !isInline(node)
    ? node.children.flatMap((child) => piecesDeep(child, words))
    : piecesOf(node, words)

const isInline = (node: RichTextNode) => ['link', 'autolink', 'text'].includes(String(node.type))

/** Lexical's bits of a text's format. */
const formats = [
  [1, 'bold'],
  [2, 'italic'],
  [4, 'strike'],
  [8, 'underline'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'super'],
] as const

/** The text of one inline node. */
export const piecesOf = (node: RichTextNode, words: RichTextWords): Piece[] => {
  switch (node.type) {
    case 'text': {
      const bits = Number(node.format ?? 0)
      const marks: string[] = formats.filter(([bit]) => (bits & bit) !== 0).map(([, name]) => name)
      if (typeof node.style === 'string' && node.style !== '') marks.push(`style:${node.style}`)
      return [{ text: textOf(node.text), marks }]
    }
    case 'linebreak':
      return [{ text: '\n', marks: [] }]
    case 'tab':
      return [{ text: '\t', marks: [] }]
    case 'link':
    case 'autolink': {
      const shown = piecesIn(node, words).map((piece) => ({
        ...piece,
        marks: [...piece.marks, 'link'],
      }))
      return [...shown, { text: ` (${targetOf(node, words)})`, marks: ['note'] }]
    }
    default:
      return node.children
        ? piecesIn(node, words)
        : storedValues(node).map(([name, text]) => ({ text: `${name}: ${text} `, marks: ['note'] }))
  }
}

/** Where a link leads: two links with the same words and other targets are not the same. */
const targetOf = (node: RichTextNode, words: RichTextWords): string => {
  const fields = (node.fields ?? {}) as Record<string, unknown>
  const doc = fields.doc as { relationTo?: unknown; value?: unknown } | undefined
  const target =
    fields.linkType === 'internal' && doc
      ? words.titleOf(String(doc.relationTo), doc.value)
      : textOf(fields.url)
  return fields.newTab === true ? `${target}, ${words.styleOf('newTab')}` : target
}

/** The values of what has no form of its own, each with its path, as they are stored. */
export const storedValues = (value: unknown, path = ''): [string, string][] => {
  if (typeof value !== 'object' || value === null) return path === '' ? [] : [[path, String(value)]]
  return Object.entries(value)
    .filter(([key]) => key !== 'version')
    .flatMap(([key, inner]) => storedValues(inner, path === '' ? key : `${path}.${key}`))
}

/** Plain values as text. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
