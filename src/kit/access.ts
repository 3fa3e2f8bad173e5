import type { Access, PayloadRequest, Where } from 'payload'
import { hasCityRole, isActive, membershipsOf } from './membershipsOf.ts'
import type { BoardRole, CityRole } from './membershipsOf.ts'

/** Nobody, by this path. */
export const nobody: Access = () => false

/** Any account that is signed in and not switched off. */
export const isSignedIn: Access = ({ req }) => isActive(req)

/** Somebody with a role: for the whole city, or on any board today. An account alone opens no draft. */
export const isStaff: Access = async ({ req }) =>
  hasCityRole(req, 'systemAdmin', 'operator', 'auditor', 'communeOperator') ||
  (await membershipsOf(req)).length > 0

/** One of the city-wide roles. */
export const isCityRole =
  (...roles: CityRole[]): Access =>
  ({ req }) =>
    hasCityRole(req, ...roles)

/** System administrators only. */
export const isSystemAdmin = isCityRole('systemAdmin')

/** System administrators, or whoever holds one of `roles` on the board of the document's site. */
export const isOnBoardOf =
  (...roles: BoardRole[]): Access =>
  async ({ req }) => {
    if (!isActive(req)) return false
    if (hasCityRole(req, 'systemAdmin')) return true
    return atSites(await sitesWith(req, roles))
  }

/** Where the data names a site, it is one of the person's own: nobody puts a draft on another board's shelf. */
export const staysAtOwnSites: Access = async ({ req, data }) => {
  if (hasCityRole(req, 'systemAdmin')) return true
  const own = new Set((await membershipsOf(req)).map((one) => one.site))
  const { site } = (data ?? {}) as { site?: unknown }
  return site === undefined || site === null ? own.size > 0 : own.has(Number(site))
}

/**
 * First yes wins; constraints are or-ed.
 *
 * | a     | b     | result |
 * |-------|-------|--------|
 * | true  | any   | true   |
 * | false | b     | b      |
 * | Where | Where | a or b |
 */
export const anyOf =
  (...rules: Access[]): Access =>
  async (args) => {
    const constraints: Where[] = []
    for (const rule of rules) {
      const answer = await rule(args)
      if (answer === true) return true
      if (answer) constraints.push(answer)
    }
    return constraints.length === 0 ? false : { or: constraints }
  }

/** Every rule must hold; constraints are and-ed. */
export const allOf =
  (...rules: Access[]): Access =>
  async (args) => {
    const constraints: Where[] = []
    for (const rule of rules) {
      const answer = await rule(args)
      if (answer === false) return false
      if (answer !== true) constraints.push(answer)
    }
    return constraints.length === 0 ? true : { and: constraints }
  }

/** The sites at which the signed-in user holds one of `roles` today. */
export const sitesWith = async (req: PayloadRequest, roles: BoardRole[]): Promise<number[]> =>
  (await membershipsOf(req))
    .filter((one) => roles.length === 0 || roles.includes(one.role))
    .map((one) => one.site)

const atSites = (sites: number[]): Where | false =>
  sites.length === 0 ? false : { site: { in: sites } }
