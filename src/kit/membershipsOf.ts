import type { PayloadRequest } from 'payload'
import { sqlOf } from './transaction.ts'

/** What a person is on the board of one site. */
export type BoardRole = 'head' | 'deputy' | 'member' | 'editor' | 'collaborator' | 'checker'

/** What a person is for the whole city. */
export type CityRole = 'systemAdmin' | 'operator' | 'auditor' | 'communeOperator' | 'communeChair'

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
  const sql = await sqlOf(req)
  const { rows } = await sql.query<Membership>(
    `select s.id as site, f.role from editorial.in_force(editorial.day_of(clock_timestamp())) f
     join public.sites s on s.code = f.board where f.person = $1::int order by s.id`,
    [req.user.id],
  )
  return rows
}
