import type { Access } from 'payload'
import { hasCityRole, membershipsOf } from '#kit/membershipsOf.ts'

/** People of the board of the city portal, and system administrators. */
export const isOnCityBoard: Access = async ({ req }) => {
  if (hasCityRole(req, 'systemAdmin')) return true
  const own = await membershipsOf(req)
  if (own.length === 0) return false
  const { totalDocs } = await req.payload.count({
    collection: 'sites',
    where: { and: [{ kind: { equals: 'city' } }, { id: { in: own.map((one) => one.site) } }] },
    overrideAccess: true,
    // no `req`: a failed read with it would roll the caller's transaction back (payload#17748)
  })
  return totalDocs > 0
}
