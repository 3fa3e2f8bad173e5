import type { PayloadRequest } from 'payload'

/** What a person is on the board of one site. */
export type BoardRole = 'head' | 'deputy' | 'member' | 'editor' | 'collaborator'

/** What a person is for the whole city. */
export type CityRole = 'systemAdmin' | 'operator' | 'auditor' | 'communeOperator'

/** One membership in force today. */
export type Membership = { site: number; role: BoardRole }

const known = new WeakMap<PayloadRequest, Promise<Membership[]>>()

/**
 * The memberships of the signed-in user that are in force today (Asia/Ho_Chi_Minh), read once a request.
 */
export const membershipsOf = (req: PayloadRequest): Promise<Membership[]> => {
  const before = known.get(req)
  if (before) return before
  const answer = read(req)
  known.set(req, answer)
  return answer
}

/** True when the signed-in user has the role for the whole city and the account is not switched off. */
export const hasCityRole = (req: PayloadRequest, ...roles: CityRole[]): boolean => {
  const own = isActive(req) ? ((req.user as { roles?: CityRole[] } | null)?.roles ?? []) : []
  return roles.some((role) => own.includes(role))
}

/** Signed in, with an account that is not switched off. */
export const isActive = (req: PayloadRequest): boolean =>
  Boolean(req.user) && (req.user as { isActive?: boolean | null }).isActive !== false

/** The roles of the signed-in user at one site, today. */
export const rolesAt = async (req: PayloadRequest, site: number): Promise<BoardRole[]> =>
  (await membershipsOf(req)).filter((one) => one.site === site).map((one) => one.role)

const read = async (req: PayloadRequest): Promise<Membership[]> => {
  if (!req.user || !isActive(req)) return []
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(
    new Date(),
  )
  const { docs } = await req.payload.find({
    collection: 'memberships',
    where: {
      and: [
        { user: { equals: req.user.id } },
        { startsOn: { less_than_equal: today } },
        {
          or: [
            { endsOn: { exists: false } },
            { endsOn: { equals: '' } },
            { endsOn: { greater_than_equal: today } },
          ],
        },
      ],
    },
    depth: 0,
    pagination: false,
    limit: 500,
    overrideAccess: true,
    // no `req`: a failed read with it would roll the caller's transaction back (payload#17748)
  })
  return docs.flatMap((doc) =>
    typeof doc.site === 'number' ? [{ site: doc.site, role: doc.role as BoardRole }] : [],
  )
}
