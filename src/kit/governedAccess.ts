import type { Access, CollectionConfig, Where } from 'payload'
import {
  allOf,
  anyOf,
  isCityRole,
  isOnBoardOf,
  isSignedIn,
  nobody,
  staysAtOwnSites,
} from './access.ts'

const everyRole = ['head', 'deputy', 'member', 'editor', 'collaborator'] as const

const read = anyOf(isOnBoardOf(...everyRole), isCityRole('auditor', 'operator'))

/** The same constraint on the copies that versions hold. */
const ofVersions =
  (rule: Access): Access =>
  async (args) => {
    const answer = await rule(args)
    return typeof answer === 'boolean' ? answer : renamed(answer)
  }

const renamed = (where: Where): Where =>
  Object.fromEntries(
    Object.entries(where).map(([key, value]) =>
      key === 'or' || key === 'and'
        ? [key, (value as Where[]).map(renamed)]
        : [`version.${key}`, value],
    ),
  ) as Where // entries of a Where

/**
 * Access to a governed collection of a site: people of the site's board draft, auditors and operators read, nobody
 * deletes what was released (the release log refuses that), strangers see nothing: the public reads releases.
 */
export const governedAccess: NonNullable<CollectionConfig['access']> = {
  create: allOf(isSignedIn, staysAtOwnSites),
  read,
  readVersions: ofVersions(read),
  update: allOf(isOnBoardOf(...everyRole), staysAtOwnSites),
  delete: isOnBoardOf('head', 'deputy', 'member', 'editor'),
  unlock: nobody,
}
