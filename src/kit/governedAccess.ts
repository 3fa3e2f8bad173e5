import type { CollectionConfig } from 'payload'
import { anyOf, isCityRole, isOnBoardOf, nobody } from './access.ts'
import { hasCityRole, membershipsOf } from './membershipsOf.ts'

const everyRole = ['head', 'deputy', 'member', 'editor', 'collaborator'] as const

/**
 * Access to a governed collection of a site: people of the site's board draft, auditors and operators read, nobody
 * deletes what was released (the release log refuses that), strangers see nothing: the public reads releases.
 */
export const governedAccess: NonNullable<CollectionConfig['access']> = {
  create: async ({ req }) =>
    hasCityRole(req, 'systemAdmin') || (await membershipsOf(req)).length > 0,
  read: anyOf(isOnBoardOf(...everyRole), isCityRole('auditor', 'operator')),
  readVersions: async ({ req }) =>
    hasCityRole(req, 'systemAdmin', 'auditor', 'operator') || (await membershipsOf(req)).length > 0,
  update: isOnBoardOf(...everyRole),
  delete: isOnBoardOf('head', 'deputy', 'member', 'editor'),
  unlock: nobody,
}
