import type { PayloadRequest } from 'payload'
import type { GovernedCollection } from '#kit/governed.ts'
import type { queueMail } from '#kit/mail/queueMail.ts'
import type { BoardRole } from '#kit/membershipsOf.ts'
import type { Sql } from '#kit/transaction.ts'
import type { Site } from './types.ts'

/** A collection whose items may go from site to site. */
export type CrossPosted = {
  slug: string
  projection: GovernedCollection['projection']
  /** The rich text of an item; a link card writes its lead and link there. @default 'body' */
  body?: string
  /** Plain fields that what comes from outside may fill: author and agency travel with the item (P-15.2a). */
  attribution?: { author?: string; agency?: string }
  /** Fields of an item that came from outside and says nothing of them. */
  defaults?: Readonly<Record<string, unknown>>
}

/** An item that asks to come into a log. */
export type Incoming = {
  log: string
  sourceLog: string
  collection: string
  category: number | null
  contentKind: string | null
  isUpdate: boolean
  isEmergency: boolean
}

/** Who has asked, by a standing consent, for what a log releases. */
export type Subscriber = {
  log: string
  consentId: string
  mayPublish: boolean
  mayUpdate: boolean
  mayEmergency: boolean
}

/** A release of an origin's log. */
export type OriginRelease = { log: string; seq: number }

type Released = { id: string; log: string; seq: number }

/**
 * How the boards are asked: cross-posting makes nothing public itself. Every verb joins the transaction of its request.
 */
export type ReceivingBoard = {
  /** The consent under which the item may be released now; null when a person has to decide. */
  consentFor: (sql: Sql, incoming: Incoming) => Promise<string | null>
  /** The consents in force that cover an item, one for each log. */
  subscribersOf: (
    sql: Sql,
    item: {
      sourceLog: string
      collection: string
      category: number | null
      contentKind: string | null
    },
  ) => Promise<Subscriber[]>
  /** Hands a copy to its board; whoever is signed in took it in, and wrote none of it. */
  submitIncoming: (options: {
    req: PayloadRequest
    collection: string
    id: number
    now: Date
    note: string
  }) => Promise<{ submissionId: string; state: string }>
  /** Releases a true copy under a consent, without a person. */
  releaseUnderConsent: (options: {
    req: PayloadRequest
    collection: string
    id: number
    consentId: string
    origin: OriginRelease
    kind: 'publish' | 'update' | 'correct'
  }) => Promise<Released>
  /** Withdraws a copy because its origin was withdrawn. */
  withdrawWithOrigin: (options: {
    req: PayloadRequest
    collection: string
    id: number
    origin: OriginRelease
    reasonCode: string
    explanation: string
  }) => Promise<Released>
  /** Takes a copy that waits off the desk, since its proposal was taken back; nothing happens when none waits. */
  recallIncoming: (options: {
    req: PayloadRequest
    collection: string
    id: number
    explanation: string
  }) => Promise<void>
  /** Tells the people of a board; the same `key` is told once. */
  tellIncoming: (sql: Sql, telling: Telling) => Promise<void>
}

/** What the people of a board are told. */
export type Telling = {
  kind: 'proposed' | 'proposedUrgent' | 'withdrawnWithOrigin' | 'proposalSettled'
  /** Nobody is told twice under one key. */
  key: string
  board: string
  title: string
  /** A path of the admin. */
  href: string
  /** The log at the other side. */
  from: string
  /** Accounts that are told. @default those of the board who handle such things */
  people?: readonly number[]
  /** Of `proposalSettled`. */
  outcome?: 'accepted' | 'returned' | 'withdrawn' | 'dismissed'
  explanation?: string
}

/** Who people are to the sites of an installation. */
export type ExchangeRights = {
  /** The offices a person holds today; a log is the code of its site. */
  membershipsOf: (req: PayloadRequest) => Promise<readonly { log: string; role: BoardRole }[]>
  /** Reads what goes in and out of every site. */
  seesAll: (req: PayloadRequest) => boolean
  /** Looks after keys and webhooks of every site. */
  runs: (req: PayloadRequest) => boolean
  /** Makes the next key that signs webhooks. */
  administers: (req: PayloadRequest) => boolean
}

/** What cross-posting is told. */
export type CrossPostingOptions = {
  collections: readonly CrossPosted[]
  /**
   * The registry of sites: `id` (of its document), `code` (also the log), `name_vi`, `name_en`, `kind` (`city` for the one that
   * components propose to), `is_hosted_here`, `is_active`, `host`, `path`.
   */
  sitesSql: string
  /**
   * Accounts: `person` (integer), `name`; where it has them, `email` (null of who is not to be written to) and `language` (`vi`
   * or `en`) of mails to technicians.
   */
  peopleSql: string
  board: ReceivingBoard
  /** Who sees and does what. @default the roles and boards of this city */
  rights?: ExchangeRights
  /**
   * The table of submissions on their way, whose changes move proposals along. Its columns: `submission_id`, `collection`,
   * `doc_id`, `state` (submitted, approved, returned and refused count; others are under way), `explanation`, `decided_by`.
   */
  reviewsTable: string
  /** The public address of an item in a language. */
  addressOf: (item: {
    site: Site
    collection: string
    slug: string | null
    locale: string
  }) => string
  /** The field of a document that names its site. @default 'site' */
  siteField?: string
  /** Whether the released document itself is an emergency; a release by the emergency lane is one anyway. @default none */
  isEmergency?: (collection: string, document: Readonly<Record<string, unknown>>) => boolean
  /** Logs an item may go through. @default 5 */
  maxHops?: number
  /** Bytes of an item from outside. @default 512 KiB */
  maxOutsideBytes?: number
  /** The sections people read, in their order and in the language of the request. @default none to choose from */
  sections?: (req: PayloadRequest) => Promise<readonly { id: number; name: string }[]>
  /** Queues a mail on the caller's transaction, once for a key. @default this city's table of mails */
  queueMail?: typeof queueMail
  /** Addresses that are told what a site's technicians would be, where it has none. @default operations of this city */
  operations?: (sql: Sql) => Promise<readonly string[]>
  /** The register of standing consents behind their page. @default no such page */
  consents?: ConsentRegister
}

/** A standing consent as its page shows it; days are YYYY-MM-DD, times ISO 8601. */
export type StandingConsent = {
  id: string
  log: string
  sourceLog: string
  /** Null is every content type, section, kind. */
  collections: readonly string[] | null
  categories: readonly number[] | null
  kinds: readonly string[] | null
  mayPublish: boolean
  mayUpdate: boolean
  mayEmergency: boolean
  startsOn: string
  endsOn: string
  document: string
  grantedByName: string | null
  /** For whom, when it was given by somebody who acted for the head. */
  actingForName: string | null
  madeAt: string
  when: 'now' | 'coming' | 'expired' | 'ended'
  ended: { reason: string; byName: string | null; at: string } | null
}

/** Where standing consents are kept and given. */
export type ConsentRegister = {
  /** Every consent, those in force first. */
  read: (req: PayloadRequest) => Promise<readonly StandingConsent[]>
  /** The logs for which the signed-in person gives and revokes consents. */
  decidesFor: (req: PayloadRequest) => Promise<readonly string[]>
  /** Below `/api`; takes a consent, and `/:id/end` with a reason. */
  path: `/${string}`
}

let current: CrossPostingOptions | undefined

/** Keeps the options for verbs and jobs. */
export const keepOptions = (options: CrossPostingOptions): void => {
  current = options
}

/** The options of this installation. */
export const theOptions = (): CrossPostingOptions => {
  if (!current) throw new Error('cross-posting: the plugin is not part of this config')
  return current
}

/** The cross-posted collection of that slug. */
export const crossPosted = (slug: string): CrossPosted | undefined =>
  theOptions().collections.find((one) => one.slug === slug)

/** The field of a document that names its site. */
export const siteField = (): string => theOptions().siteField ?? 'site'
