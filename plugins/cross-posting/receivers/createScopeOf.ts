import type { IncomingMessage } from 'node:http'
import type { Disposition, ScopeOf } from '../feed/subscription.ts'
import type { ScopedItem } from '../feed/toFeedItem.ts'
import { siteKeyOf } from './keyGate.ts'
import { receiverError } from './receiverErrors.ts'

/** A standing consent, as far as a feed rests on it. */
export type FeedConsent = {
  id: string
  /** The log of the site that gave it. */
  log: string
  sourceLog: string
  collections: string[] | null
  categories: number[] | null
  kinds: string[] | null
  mayPublish: boolean
  mayUpdate: boolean
  mayEmergency: boolean
}

/**
 * The scope of `?subscription=<id of a consent>`: what the consent of a receiving board covers, for a key of that site.
 *
 * @param options.consentsOf those that a site's board gave and that are in force today
 * @returns a resolver for the feed; it throws PortalError key_missing, subscription_unknown
 */
export const createScopeOf =
  (options: { consentsOf: (site: string) => Promise<readonly FeedConsent[]> }): ScopeOf =>
  async (subscription: string, request: IncomingMessage) => {
    const key = siteKeyOf(request)
    if (!key) throw receiverError('key_missing')
    const consents = await options.consentsOf(key.site)
    const consent = consents.find((one) => one.id === subscription)
    // Another site's consent is as unknown as one that has ended.
    if (!consent) throw receiverError('subscription_unknown')
    const { collections, categories, kinds } = consent
    return {
      site: key.site,
      log: consent.sourceLog,
      collections,
      categories,
      kinds,
      // A consent is never changed: another scope is another consent.
      version: consent.id,
      disposition: (item) => dispositionOf(consent, item),
    }
  }

const dispositionOf = (consent: FeedConsent, item: ScopedItem): Disposition => {
  if (item.kind === 'withdraw') return 'withdraw'
  // As on this system: a consent is to what the site itself says, and what it hands on is decided on.
  if (item.isHandedOn) return 'propose'
  const isNew = item.kind === 'publish'
  // What went out in an emergency was approved by nobody before: that needs a word of its own.
  const may = item.isEmergency
    ? consent.mayEmergency
    : isNew
      ? consent.mayPublish
      : consent.mayUpdate
  if (!may) return 'propose'
  return isNew ? 'publish' : 'update'
}
