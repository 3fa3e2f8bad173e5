type Json = Record<string, unknown>

/** Kinds of node that text from outside may have. Whatever else a converter makes shows only its words. */
const plain = new Set([
  'root',
  'paragraph',
  'text',
  'linebreak',
  'tab',
  'heading',
  'quote',
  'list',
  'listitem',
  'horizontalrule',
])

/**
 * Rich text from outside without anything that could act or load: no files, blocks or embedded parts, and links only to web
 * addresses and mail.
 *
 * @param base what relative links of the original mean
 */
export const safeRichText = (value: unknown, base: string): Json => {
  const root = (value as { root?: Json } | null)?.root ?? {}
  return { root: { ...root, children: safeNodes(root.children, base) } }
}

const safeNodes = (value: unknown, base: string): Json[] =>
  (Array.isArray(value) ? (value as Json[]) : []).flatMap((node) => {
    const children = safeNodes(node.children, base)
    if (node.type === 'link' || node.type === 'autolink') return safeLink(node, children, base)
    if (!plain.has(String(node.type))) return children
    return [Array.isArray(node.children) ? { ...node, children } : { ...node }]
  })

const safeLink = (node: Json, children: Json[], base: string): Json[] => {
  const { url } = (node.fields ?? {}) as { url?: unknown }
  const target = typeof url === 'string' && URL.canParse(url, base) ? new URL(url, base) : undefined
  if (!target || !/^(https?|mailto):$/.test(target.protocol)) return children
  const fields = { linkType: 'custom', newTab: false, url: target.href }
  return [{ ...node, fields, children }]
}
