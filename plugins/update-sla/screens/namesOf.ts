import type { CollectionSlug, PayloadRequest } from 'payload'

/** The names of accounts, as their collection titles them. */
export const namesOf = async (
  req: PayloadRequest,
  accounts: readonly (number | null)[],
): Promise<Map<number, string>> => {
  const ids = [...new Set(accounts.filter((one) => one !== null))]
  if (ids.length === 0) return new Map()
  const slug = req.payload.config.admin.user as CollectionSlug // the config's own accounts
  const title = req.payload.collections[slug]?.config.admin.useAsTitle ?? 'id'
  const { docs } = await req.payload.find({
    req,
    collection: slug,
    where: { id: { in: ids } },
    depth: 0,
    pagination: false,
    // Who acted is part of the record, whoever reads it.
    overrideAccess: true,
  })
  return new Map(
    docs.map((doc) => {
      const name: unknown = Reflect.get(doc, title)
      return [Number(doc.id), typeof name === 'string' ? name : `#${doc.id}`]
    }),
  )
}
