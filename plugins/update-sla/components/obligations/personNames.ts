import type { CollectionSlug, PayloadRequest } from 'payload'

/** Names of accounts by their id: what the config calls their title. */
export const personNames = async (
  req: PayloadRequest,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return new Map()
  const slug = req.payload.config.admin.user
  const config = req.payload.config.collections.find((one) => one.slug === slug)
  const { docs } = await req.payload.find({
    collection: slug as CollectionSlug, // the config names a collection of its own
    where: { id: { in: asked } },
    limit: asked.length,
    depth: 0,
    overrideAccess: true, // a name, to whoever may read the history
    req,
  })
  const title = config?.admin.useAsTitle ?? 'email'
  return new Map(
    docs.map((doc) => {
      const name: unknown = (doc as unknown as Record<string, unknown>)[title] // of any collection
      return [Number(doc.id), typeof name === 'string' ? name : String(doc.id)]
    }),
  )
}
