import type { PayloadRequest } from 'payload'
import { hasCityRole, isActive, membershipsOf } from '#kit/membershipsOf.ts'
import type { BoardRole, Membership } from '#kit/membershipsOf.ts'
import { sqlOf } from '#kit/transaction.ts'
import { crossPostingError } from './errors.ts'
import { theOptions } from './options.ts'
import { readSites } from './sites.ts'
import type { Site } from './types.ts'

/** Who offers, takes in, sends back and sets aside for a site. */
export const handlers: readonly BoardRole[] = ['head', 'deputy', 'member', 'editor']

/**
 * The signed-in person, who handles what goes between sites for this one.
 *
 * @throws PortalError people_only (nobody, API keys, machine accounts), not_on_board
 */
export const demandHandler = async (req: PayloadRequest, site: Site): Promise<number> => {
  const { user } = req
  if (!user || typeof user.id !== 'number') throw crossPostingError('people_only')
  if ((user as { _strategy?: string })._strategy === 'api-key')
    throw crossPostingError('people_only')
  if (!isActive(req) || !(await handles(req, site))) throw crossPostingError('not_on_board')
  return user.id
}

/** Whether the signed-in person handles what goes between sites for this one. */
export const handles = async (req: PayloadRequest, site: Site): Promise<boolean> =>
  (await membershipsHere(req)).some((one) => one.site === site.id && handlers.includes(one.role))

/** Whether the signed-in person reads what goes in and out of a site: its people, auditors, administrators. */
export const reads = async (req: PayloadRequest, site: Site): Promise<boolean> =>
  seesAll(req) || (await membershipsHere(req)).some((one) => one.site === site.id)

/** @throws PortalError not_on_board */
export const demandReader = async (req: PayloadRequest, site: Site): Promise<void> => {
  if (!(await reads(req, site))) throw crossPostingError('not_on_board')
}

/** The offices the signed-in person holds today, by site. */
export const membershipsHere = async (req: PayloadRequest): Promise<Membership[]> => {
  const { rights } = theOptions()
  if (!rights) return membershipsOf(req)
  if (!isActive(req)) return []
  const [held, sites] = await Promise.all([
    rights.membershipsOf(req),
    sqlOf(req).then((sql) => readSites(sql)),
  ])
  const ids = new Map(sites.map(({ code, id }) => [code, id]))
  return held.flatMap(({ log, role }) => {
    const site = ids.get(log)
    return site === undefined ? [] : [{ site, role }]
  })
}

/** Whether the signed-in person reads what goes in and out of every site. */
export const seesAll = (req: PayloadRequest): boolean =>
  isActive(req) && (theOptions().rights?.seesAll(req) ?? hasCityRole(req, 'auditor', 'systemAdmin'))

/** Whether the signed-in person looks after the technical side of every site. */
export const runs = (req: PayloadRequest): boolean =>
  isActive(req) && (theOptions().rights?.runs(req) ?? hasCityRole(req, 'systemAdmin', 'operator'))

/** Whether the signed-in person may make the next key that signs webhooks. */
export const administers = (req: PayloadRequest): boolean =>
  isActive(req) && (theOptions().rights?.administers(req) ?? hasCityRole(req, 'systemAdmin'))
