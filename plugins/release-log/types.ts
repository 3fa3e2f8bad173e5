/** How a decision changes what is public. */
export type ReleaseKind = 'publish' | 'update' | 'correct' | 'withdraw'

/**
 * In which capacity somebody decided; `consent`: the board beforehand, for what another log releases; `origin`: the board
 * the item came from, which withdrew it.
 */
export type Capacity =
  'head' | 'deputy' | 'acting' | 'member' | 'emergency' | 'import' | 'consent' | 'origin'

/** A release of another log that a decision rests on. */
export type OriginRelease = { log: string; seq: number }

/** What was handed to the board: a document frozen with all its languages and files. */
export type Submission = {
  id: string
  log: string
  collection: string
  docId: number
  sha256: string
  /** The canonical text that is hashed. */
  body: string
  submittedBy: number | null
  submittedAt: string
}

/** What a board decides. `submissionId` and `sha256` are null only for a withdrawal. */
export type DecisionInput = {
  submissionId: string | null
  log: string
  collection: string
  docId: number
  kind: ReleaseKind
  sha256: string | null
  decidedBy: number
  capacity: Capacity
  /** Required for a withdrawal. */
  reasonCode?: string
  explanation?: string
  /** ISO time before which the decision is not carried out. */
  publishAt?: string
  /** For whom, and under which mandate, `acting` people decide. */
  actingFor?: number
  mandateId?: string
  /** The bundle it is carried out with. */
  bundleId?: string
  /** Of a withdrawal: the address readers are led to. */
  redirectTo?: string
  /** The standing consent it is released under; with the release that is copied. */
  consentId?: string
  /** The release of another log that is copied, or by which it was withdrawn there. */
  origin?: OriginRelease
}

/** A recorded decision. */
export type Decision = Omit<
  DecisionInput,
  | 'reasonCode'
  | 'explanation'
  | 'publishAt'
  | 'actingFor'
  | 'mandateId'
  | 'bundleId'
  | 'redirectTo'
  | 'consentId'
  | 'origin'
> & {
  id: string
  actingFor: number | null
  mandateId: string | null
  bundleId: string | null
  redirectTo: string | null
  consentId: string | null
  origin: OriginRelease | null
  reasonCode: string | null
  explanation: string | null
  publishAt: string | null
  decidedAt: string
}

/** A row of the log. */
export type Release = {
  id: string
  log: string
  seq: number
  collection: string
  docId: number
  kind: ReleaseKind
  sha256: string | null
  releasedAt: string
}
