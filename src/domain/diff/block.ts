/** A stretch of text with one appearance. */
export type Piece = {
  text: string
  /** How it looks: `bold`, `italic`, `underline`, `strike`, `code`, `sub`, `super`, `link`; `note` for words of the desk. */
  marks: readonly string[]
}

/** A file as the frozen document carries it. */
export type BlockFile = {
  id: number
  filename: string
  mimeType: string
  /** In bytes. */
  filesize: number
  sha256: string
  url: string
  /** A smaller picture to look at; the file itself where it has none. */
  previewUrl: string
  /** Hashes of the cut and scaled pictures, joined. */
  sizes: string
}

/**
 * The smallest thing that is compared as a whole: a paragraph, a line, an item of a list, a file, or a row that holds
 * blocks of its own.
 */
export type Block = {
  kind: 'text' | 'heading' | 'quote' | 'item' | 'rule' | 'file' | 'row'
  /** The name of the inner field or row it belongs to. */
  label?: string
  /** What it is beyond its text, in words, such as "Tiêu đề 2" or "căn giữa"; shown where it changed. */
  style: string
  /** Nesting of list items. */
  depth: number
  /** The sign before an item; not compared, as numbers move along. */
  sign?: string
  pieces: readonly Piece[]
  file?: BlockFile
  children: readonly Block[]
  /** Equal for equal content. */
  key: string
}

/** A block with its key. */
export const block = (parts: {
  kind: Block['kind']
  label?: string
  style?: string
  depth?: number
  sign?: string
  pieces?: readonly Piece[]
  file?: BlockFile
  children?: readonly Block[]
}): Block => {
  const { kind, label, style = '', depth = 0, sign, pieces = [], file, children = [] } = parts
  const compared = [kind, label, style, depth, pieces, file, children.map((one) => one.key)]
  return {
    kind,
    style,
    depth,
    pieces,
    children,
    key: JSON.stringify(compared),
    ...(label === undefined ? {} : { label }),
    ...(sign === undefined ? {} : { sign }),
    ...(file === undefined ? {} : { file }),
  }
}

/** Text without marks, as pieces. */
export const plain = (text: string): Piece[] => (text === '' ? [] : [{ text, marks: [] }])

/** The words of a block and of what it holds. */
export const textOfBlock = (one: Block): string =>
  [one.pieces.map((piece) => piece.text).join(''), ...one.children.map(textOfBlock)].join('\n')
