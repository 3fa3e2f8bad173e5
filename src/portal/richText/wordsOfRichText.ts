import { childrenOf, nodesOf, textOf } from './lexicalNode.ts'
import type { LexicalNode } from './lexicalNode.ts'

/** What stands within a line; everything else begins a new one. */
const inline = new Set(['text', 'link', 'autolink'])

/** The words of a released rich text, without its shape. */
export const wordsOfRichText = (value: unknown): string =>
  nodesOf(value).map(wordsIn).join('').replace(/\s+/g, ' ').trim()

const wordsIn = (node: LexicalNode): string => {
  if (node.type === 'text') return textOf(node.text)
  const words = childrenOf(node).map(wordsIn).join('')
  return inline.has(node.type) ? words : ` ${words} `
}

/** The beginning of a text, cut between words. */
export const cutWords = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')} …`
