import type { PayloadRequest } from 'payload'
import { membershipsOf } from '#kit/membershipsOf.ts'
import type { BoardRole } from '#kit/membershipsOf.ts'
import { boardError } from './errors.ts'

/** Who draws up and submits. */
export const submitters: readonly BoardRole[] = [
  'head',
  'deputy',
  'member',
  'editor',
  'collaborator',
]
/** Who decides. */
export const deciders: readonly BoardRole[] = ['head', 'deputy']
/** Who may send an emergency bulletin at once. */
export const issuers: readonly BoardRole[] = ['head', 'deputy', 'member']

/**
 * The roles of the signed-in person on the board that decides over a log, today. The log `common` is the city board's.
 */
export const rolesOnLog = async (req: PayloadRequest, log: string): Promise<BoardRole[]> => {
  const own = await membershipsOf(req)
  if (own.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'sites',
    where: {
      and: [
        { id: { in: own.map((one) => one.site) } },
        log === 'common' ? { kind: { equals: 'city' } } : { code: { equals: log } },
      ],
    },
    depth: 0,
    pagination: false,
    select: { code: true },
    overrideAccess: true,
    // no `req`: a failed read with it would roll the caller's transaction back (payload#17748)
  })
  const sites = new Set(docs.map((doc) => doc.id))
  return own.filter((one) => sites.has(one.site)).map((one) => one.role)
}

/**
 * The signed-in person and the highest of the allowed roles he holds.
 *
 * @throws PortalError people_only (API keys and machine accounts), not_a_member
 */
export const demandRole = async (
  req: PayloadRequest,
  log: string,
  allowed: readonly BoardRole[],
): Promise<{ user: number; role: BoardRole }> => {
  const { user } = req
  if (!user || user.collection !== 'users') throw boardError('people_only')
  if ((user as { _strategy?: string })._strategy === 'api-key') throw boardError('people_only')
  if (user.isActive === false) throw boardError('not_a_member')
  const roles = await rolesOnLog(req, log)
  const role = allowed.find((one) => roles.includes(one))
  if (!role) throw boardError('not_a_member')
  return { user: user.id, role }
}
