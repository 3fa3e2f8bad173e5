type Json = Record<string, unknown>

/**
 * A lexical document without what the editor alone needs: node ids, the direction unless right-to-left, `detail: 0`; and
 * without hashes, which only frozen files have.
 * Upload nodes carry the frozen file instead of its id.
 */
export const canonicalRichText = (value: unknown, fileOf: (id: number) => unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => canonicalRichText(one, fileOf))
  if (value === null || typeof value !== 'object') return value
  const node = value as Json
  const kept: Json = {}
  for (const [key, inner] of Object.entries(node)) {
    if (isNoise(node, key, inner)) continue
    kept[key] =
      key === 'value' && node.type === 'upload'
        ? fileOf(idOf(inner))
        : canonicalRichText(inner, fileOf)
  }
  return kept
}

/** The ids of the files that a lexical document shows. */
export const filesInRichText = (value: unknown): number[] => {
  if (Array.isArray(value)) return value.flatMap(filesInRichText)
  if (value === null || typeof value !== 'object') return []
  const node = value as Json
  if (node.type === 'upload') return [idOf(node.value)]
  return Object.values(node).flatMap(filesInRichText)
}

/** The id of a relationship that may be stored as an id or as the document. */
export const idOf = (value: unknown): number =>
  Number(typeof value === 'object' && value !== null ? (value as Json).id : value)

const isNoise = (node: Json, key: string, value: unknown): boolean => {
  if (key === 'id') return typeof node.type === 'string' || typeof node.blockType === 'string'
  if (key === 'direction') return value !== 'rtl'
  if (key === 'detail') return value === 0
  // Says of what a frozen file is; an editor's own claim, which nobody sees, makes no file public.
  if (key === 'sha256') return true
  return value === undefined
}
