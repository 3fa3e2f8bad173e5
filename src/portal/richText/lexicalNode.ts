/** A node of Lexical's JSON as it is released. */
export type LexicalNode = { type: string; [key: string]: unknown }

/** The nodes under the root of a rich text value. */
export const nodesOf = (value: unknown): LexicalNode[] => {
  const root = isRecord(value) && isRecord(value.root) ? value.root : {}
  return listOf(root.children)
}

/** The nodes within a node. */
export const childrenOf = (node: LexicalNode): LexicalNode[] => listOf(node.children)

/** Whether there is anything to read. */
export const isEmptyText = (value: unknown): boolean =>
  nodesOf(value).every((node) => childrenOf(node).length === 0 && node.type === 'paragraph')

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): LexicalNode[] =>
  Array.isArray(value)
    ? value.filter((one): one is LexicalNode => isRecord(one) && typeof one.type === 'string')
    : []

/** A text, or nothing. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
