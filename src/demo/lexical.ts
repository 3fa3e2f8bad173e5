/** A node of Lexical's JSON, as the editor stores it. */
export type LexicalNode = { type: string; version: number; [key: string]: unknown }

/** A rich text value. */
export type LexicalBody = { root: LexicalNode }

const element = { direction: 'ltr' as const, format: '' as const, indent: 0, version: 1 }

/** A run of text. */
const run = (text: string): LexicalNode => ({
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text,
  type: 'text',
  version: 1,
})

export const paragraph = (text: string): LexicalNode => ({
  ...element,
  type: 'paragraph',
  textFormat: 0,
  textStyle: '',
  children: [run(text)],
})

export const heading = (text: string, tag: 'h2' | 'h3' = 'h2'): LexicalNode => ({
  ...element,
  type: 'heading',
  tag,
  children: [run(text)],
})

export const quote = (text: string): LexicalNode => ({
  ...element,
  type: 'quote',
  children: [run(text)],
})

export const list = (items: readonly string[], isNumbered = false): LexicalNode => ({
  ...element,
  type: 'list',
  listType: isNumbered ? 'number' : 'bullet',
  start: 1,
  tag: isNumbered ? 'ol' : 'ul',
  children: items.map((text, index) => ({
    ...element,
    type: 'listitem',
    value: index + 1,
    children: [run(text)],
  })),
})

/** A whole rich text. */
export const richText = (children: LexicalNode[]): LexicalBody => ({
  root: { ...element, type: 'root', children },
})
