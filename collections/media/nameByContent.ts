import { createHash } from 'node:crypto'
import path from 'node:path'
import type { CollectionBeforeOperationHook } from 'payload'
import { vietnameseSlug } from '#domain/text/vietnameseSlug.ts'

/**
 * Gives an upload a name made of its own words and the hash of its bytes, so that two processes that take the same file
 * name at once never meet, and a name never changes its content.
 */
export const nameByContent: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if ((operation !== 'create' && operation !== 'update') || !req.file) return args
  const { ext, name } = path.parse(req.file.name)
  const hash = createHash('sha256').update(req.file.data).digest('hex').slice(0, 16)
  req.file.name = `${vietnameseSlug(name).slice(0, 60) || 'tep'}-${hash}${ext.toLowerCase()}`
  return args
}
