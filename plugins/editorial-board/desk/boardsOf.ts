import type { PayloadRequest } from 'payload'
import { hasCityRole, membershipsOf } from '#kit/membershipsOf.ts'
import type { BoardRole } from '#kit/membershipsOf.ts'

/** A board whose desk the signed-in person may see. */
export type Board = {
  log: string
  siteId: number
  name: string
  /** Empty for those who only read: auditors and system administrators. */
  roles: BoardRole[]
}

/**
 * The boards whose desks the signed-in person may see: those with a membership in force today; all of them, without any
 * right to decide, for auditors and system administrators. The city's board also has the log `common`.
 */
export const boardsOf = async (req: PayloadRequest): Promise<Board[]> => {
  if (!req.user || req.user.isActive === false) return []
  const own = await membershipsOf(req)
  const seesAll = hasCityRole(req, 'auditor', 'systemAdmin')
  if (own.length === 0 && !seesAll) return []
  const { docs } = await req.payload.find({
    collection: 'sites',
    where: seesAll ? {} : { id: { in: own.map((one) => one.site) } },
    locale: req.i18n.language === 'en' ? 'en' : 'vi',
    depth: 0,
    pagination: false,
    select: { code: true, name: true, kind: true },
    overrideAccess: true,
    // no `req`: a failed read with it would roll the caller's transaction back (payload#17748)
  })
  return docs.flatMap((site) => {
    const board = {
      log: site.code,
      siteId: site.id,
      name: site.name,
      roles: own.filter((one) => one.site === site.id).map((one) => one.role),
    }
    return site.kind === 'city' ? [board, { ...board, log: 'common' }] : [board]
  })
}
