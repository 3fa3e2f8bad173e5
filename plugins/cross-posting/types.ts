/** A copy shows the whole text; a link shows the lead and leads to the origin (P-16.1). */
export type Mode = 'copy' | 'link'

/**
 * Where a proposal stands, the same to both sides: offered; on the desk of the receiving board; released there; sent back;
 * taken back by who offered it; replaced by a newer version before anybody took it up; set aside by a board that keeps its own.
 */
export const proposalStates = [
  'proposed',
  'under_review',
  'accepted',
  'returned',
  'withdrawn',
  'superseded',
  'dismissed',
] as const
export type ProposalState = (typeof proposalStates)[number]

/** Why a board has it: an editor chose the site; a consent covers it; what was copied has changed; a component asks the city. */
export type ProposalReason = 'offer' | 'subscription' | 'update' | 'proposal'

/** The first publisher's item, however many sites it went through. */
export type Root = { log: string; collection: string; id: string }

/** What a document says of the item it was copied from. Part of what is hashed and decided. */
export type Origin = {
  /** The log of the first publisher. */
  site: string
  collection: string
  item: string
  /** The release that was copied; absent for what came from outside. */
  seq?: number | null
  sha256: string
  /** Where the original is read. */
  url: string
  siteName: string
  /** First publication at the origin (P-15.2a). */
  publishedAt: string
  /** The logs it went through, origin first. */
  hops: string[]
  isAdapted?: boolean | null
  mode: Mode
}

/** Who published an item first, as the outside site says that hands it in; nothing has checked it. */
export type StatedOrigin = {
  site: string
  siteName?: string | null | undefined
  collection?: string | null | undefined
  item?: string | null | undefined
  url?: string | null | undefined
}

/** A site of the registry. */
export type Site = {
  id: number
  code: string
  nameVi: string
  nameEn: string
  kind: string
  isHostedHere: boolean
  isActive: boolean
  host: string | null
  path: string | null
}

/** A proposal as lists and pages show it. Times are ISO 8601. */
export type Proposal = {
  id: string
  /** The log it is offered to. */
  log: string
  /** The log it comes from; the code of an external site. */
  originLog: string
  /** Absent for what came from outside. */
  originSeq: number | null
  collection: string
  originDocId: number | null
  root: Root
  sha256: string
  title: string
  category: number | null
  contentKind: string | null
  kind: 'publish' | 'update' | 'correct'
  mode: Mode
  reason: ProposalReason
  note: string | null
  hops: string[]
  statedOrigin: StatedOrigin | null
  isEmergency: boolean
  offeredBy: number | null
  offeredByName: string | null
  offeredAt: string
  /** The standing consent that offered it or let it in. */
  consentId: string | null
  state: ProposalState
  /** Why it was sent back, taken back or set aside. */
  answer: string | null
  settledBy: number | null
  settledByName: string | null
  settledAt: string | null
  /** The copy, once there is one. */
  docId: number | null
  submissionId: string | null
  takenBy: number | null
  takenAt: string | null
  /** The receiving side's copy of this item, whichever version it shows. */
  copyDocId: number | null
  isCopyAdapted: boolean
}

/** A step of a proposal's history; never changed. */
export type ProposalEvent = {
  at: string
  verb: string
  actor: number | null
  actorName: string | null
  explanation: string | null
  code: string | null
}
