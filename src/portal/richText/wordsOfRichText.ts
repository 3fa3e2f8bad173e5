import { childrenOf, nodesOf, textOf } from './lexicalNode.ts'
import type { LexicalNode } from './lexicalNode.ts'

/** The words of a released rich text, without its shape. */
export const wordsOfRichText = (value: unknown): string => nodesOf(value).map(wordsIn).join(' ')

const wordsIn = (node: LexicalNode): string =>
  node.type === 'text' ? textOf(node.text) : childrenOf(node).map(wordsIn).join('')
