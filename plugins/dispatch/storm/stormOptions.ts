import type { PayloadRequest } from 'payload'
import type { SpeechManner } from '#domain/text/speech/speechOf.ts'
import type { Label } from '#kit/label.ts'

/** A site whose board the signed-in person may issue emergencies for. */
export type IssuingSite = {
  id: number
  /** Also the log its releases stand in. */
  code: string
  name: string
  /** The city issues for everywhere; others for their own unit. */
  isCity: boolean
  unitCode: string | null
}

/** What a board's verb released. */
export type IssuedRelease = { log: string; seq: number }

/** The same with its id in the release log, by which it is read back after the commit. */
export type MadeRelease = IssuedRelease & { id: string }

/** A bulletin as it is frozen for a release, before it is released. */
export type FrozenBulletin = {
  /** Code of the site that releases it. */
  log: string
  /** In Vietnamese, or the first language it has. */
  document: Readonly<Record<string, unknown>>
}

/** The after-the-fact review of an emergency by another person. Times are ISO 8601. */
export type AfterReview = {
  dueAt: string
  reviewedAt: string | null
  verdict: 'confirmed' | 'objected' | null
  reviewedBy: string | null
}

/** A released decision, for the proof: who, in which capacity, why. */
export type DecisionFacts = {
  decisionId: string
  decidedAt: string
  decidedBy: string
  capacity: string
  reasonCode: string | null
  explanation: string | null
  /** Of the text that was decided over. */
  sha256: string | null
}

/** Words ready to be sent. */
export type Template = {
  code: string
  reasonCode: string
  label: Label
  hours: number
  title: string
  text: string
}

/** What the page for emergencies is told. */
export type StormOptions = {
  /**
   * The board's own verb: releases a draft before it is approved, and makes the review fall due. Inside a transaction it joins
   * it, and does not read back what it released.
   */
  issueEmergency: (
    req: PayloadRequest,
    order: {
      id: number
      reasonCode: string
      explanation: string
      now: Date
      /** Called with what is frozen; nothing is released when it throws. */
      demand: (frozen: FrozenBulletin) => Promise<void>
    },
  ) => Promise<MadeRelease>
  /** The board's own verb: takes a bulletin off everything; joins a transaction as above. @throws PortalError not_a_member */
  withdraw: (
    req: PayloadRequest,
    order: {
      id: number
      explanation: string
      type: 'expired' | 'error'
      /** Called in the transaction of the withdrawal, by whom the board lets decide; nothing is withdrawn when it throws. */
      demand: () => Promise<void>
    },
  ) => Promise<MadeRelease>
  /** Sites of the signed-in person, that of the city first. */
  issuingSites: (req: PayloadRequest) => Promise<IssuingSite[]>
  reviewOf: (req: PayloadRequest, release: IssuedRelease) => Promise<AfterReview | null>
  /** Where reviews are made, in the admin. */
  reviewAddress: string
  decisionOf: (req: PayloadRequest, release: IssuedRelease) => Promise<DecisionFacts | null>
  /** @param day YYYY-MM-DD */
  reasonsOn: (day: string) => readonly { code: string; clause: string; label: Label }[]
  templates: readonly Template[]
  /** How texts are read aloud where no spoken text is typed. */
  speech: SpeechManner
  /** The reason under which exercises go out. */
  exerciseReason: string
  /** Whether the city may take direct control (H-12.1.2). */
  hasCityOverride: boolean
  /** Whether issuing takes a code of the second factor. @default true */
  isSecondFactorNeeded?: boolean
  /** Minutes for which a code that was shown holds for corrections and the all-clear. @default 10 */
  secondFactorHoldsMinutes?: number
  /** Signs proofs with the key of the installation. */
  signer: () => Promise<{
    keyId: string
    /** 32 bytes, base64. */
    publicKey: string
    sign: (bytes: Uint8Array) => Promise<string>
  }>
}

let current: StormOptions | undefined

/** Keeps the options for endpoints and screens. */
export const keepStormOptions = (options: StormOptions | undefined): void => {
  current = options
}

/** The options of this installation; undefined where the page for emergencies is not part of it. */
export const stormOptions = (): StormOptions | undefined => current
