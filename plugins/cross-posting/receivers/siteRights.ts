import type { PayloadRequest } from 'payload'
import { isActive } from '#kit/membershipsOf.ts'
import { sqlOf } from '#kit/transaction.ts'
import { membershipsHere, runs, seesAll } from '../rights.ts'

/** What somebody may do with the technical side of one site. */
export type SiteRight = 'see' | 'manage' | 'appoint'

/**
 * The sites whose technical side the signed-in person may see, manage, or name technicians for. Administrators and operators:
 * all of them. Head and deputy of a site's board: their own, and they name its technicians. A technician: the site named for.
 * The rest of the board and auditors look.
 *
 * @returns codes; null: every site
 */
export const sitesFor = async (
  req: PayloadRequest,
  right: SiteRight,
): Promise<readonly string[] | null> => {
  if (!isActive(req) || !req.user) return []
  if (runs(req)) return null
  if (right === 'see' && seesAll(req)) return null
  const leads = (await membershipsHere(req))
    .filter(({ role }) => right === 'see' || role === 'head' || role === 'deputy')
    .map((one) => one.site)
  const { rows } = await (
    await sqlOf(req)
  ).query<{ code: string }>(
    `select s.code from cross_posting.sites s where s.id = any($1::int[])
     union select t.site from cross_posting.technicians t where t.person = $2::int and t.ended_at is null and $3::boolean`,
    [`{${[...new Set(leads)].join()}}`, req.user.id, right !== 'appoint'],
  )
  return rows.map((row) => row.code)
}

/** Whether the person has the right at the site. */
export const mayAt = async (
  req: PayloadRequest,
  site: string,
  right: SiteRight,
): Promise<boolean> => {
  const sites = await sitesFor(req, right)
  return sites === null || sites.includes(site)
}

/** Whether the person sees the technical side of any site. */
export const seesSites = async (req: PayloadRequest): Promise<boolean> => {
  const sites = await sitesFor(req, 'see')
  return sites === null || sites.length > 0
}
