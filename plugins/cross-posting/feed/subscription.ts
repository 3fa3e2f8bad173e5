import type { IncomingMessage } from 'node:http'
import type { ScopedItem } from './toFeedItem.ts'

/** What the reader of a subscription may do with an item: show it by itself, or lay it before its board. */
export type Disposition = 'publish' | 'update' | 'withdraw' | 'propose'

/** The part of a log that a consent of a receiving board covers. null: everything. */
export type SubscriptionScope = {
  /** Code of the receiving site. */
  site: string
  /** The log it reads; the feed of another is refused. */
  log: string
  collections: string[] | null
  categories: number[] | null
  kinds: string[] | null
  /** Changes whenever an answer may, such as the consent's last change. */
  version: string
  disposition: (item: ScopedItem) => Disposition
}

/**
 * Finds the scope of a subscription for who asks.
 *
 * @throws PortalError when there is no such subscription, or it is not the asker's
 */
export type ScopeOf = (subscription: string, request: IncomingMessage) => Promise<SubscriptionScope>
