import type { CollectionSlug, Payload } from 'payload'
import type { GovernedCollection } from '#kit/governed.ts'
import { releaseError } from './errors.ts'

/** What the release log is told. */
export type ReleaseLogOptions = {
  /** Collections that only a decision makes public. */
  governed: readonly GovernedCollection[]
  /** Collections that are reviewed and need no decision. Anything on neither list stops the start. */
  exempt: readonly string[]
  /** Followers of the log: `follow:<name>` is enqueued after each release. */
  followers: readonly string[]
  /**
   * How a governed document with a log of its site names that site: the relationship field, the collection it leads to, and
   * the field there that holds the log's code.
   *
   * @default { field: 'site', collection: 'sites', code: 'code' }
   */
  sites?: { field: string; collection: string; code: string }
  /** The upload collection whose files documents show. @default 'media' */
  uploads?: string
  /** Absolute folder of the uploads; released copies live in its `released` folder. */
  mediaDir: string
}

/** The options as the running config carries them. */
export const optionsOf = (payload: Payload): ReleaseLogOptions => {
  const found: unknown = payload.config.custom?.releaseLog
  if (!found) throw new Error('release-log: the plugin is not in the config')
  return found as ReleaseLogOptions // put there by schema(settings)
}

/** How documents name their site. */
export const sitesOf = (options: ReleaseLogOptions) =>
  options.sites ?? { field: 'site', collection: 'sites', code: 'code' }

/** The upload collection whose files documents show. */
export const uploadsOf = (options: ReleaseLogOptions): CollectionSlug =>
  (options.uploads ?? 'media') as CollectionSlug // behaviour() refuses an unknown slug

/**
 * The governed collection of that slug.
 *
 * @throws PortalError `not_governed`
 */
export const governedOf = (payload: Payload, collection: string): GovernedCollection => {
  const found = optionsOf(payload).governed.find((one) => one.slug === collection)
  if (!found) throw releaseError('not_governed', { collection })
  return found
}
