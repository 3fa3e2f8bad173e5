import type { PayloadRequest } from 'payload'

/** What a collection is called, in the language of the admin. */
export const kindLabel = (req: PayloadRequest, collection: string): string => {
  const config = req.payload.config.collections.find((one) => one.slug === collection)
  const label = config?.labels.singular
  if (typeof label === 'string') return label
  if (typeof label !== 'object' || label === null) return collection
  return (label as Record<string, string>)[req.i18n.language] ?? label.vi ?? collection
}
