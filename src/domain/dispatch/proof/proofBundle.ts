/** What was instructed, by whom and why; times are ISO 8601 with zone. */
export type ProofInstruction = {
  id: string
  number: number
  kind: string
  priority: string
  issuer: string
  /** The frozen text every message was made of, and its SHA-256 in hex. */
  snapshot: string
  sha256: string
  audience: unknown
  createdAt: string
  effectiveAt: string
  expiresAt: string | null
  reasonCode: string | null
  isOverride: boolean
  /** The release it rests on; `body` with its SHA-256 is null of a withdrawal. */
  release: {
    log: string
    seq: number
    id: string
    kind: string
    body: string | null
    sha256: string | null
    releasedAt: string
  } | null
  decision: ({ decisionId: string } & Record<string, unknown>) | null
  review: Record<string, unknown> | null
}

/** What became of one instruction at one device, with every attempt and receipt as stored. */
export type ProofDelivery = {
  instruction: string
  device: string
  unit: string
  state: string
  attempts: Record<string, unknown>[]
  receipts: Record<string, unknown>[]
} & Record<string, unknown>

/** What a device said, as it signed it; it may say things of other emergencies, too. */
export type ProofReport = {
  id: number
  device: string
  /** `id.timestamp.body`: the text under the signature. */
  signed: string
  /** Ed25519, base64. */
  signature: string
  /** Of the device, 32 bytes, base64. */
  key: string
  receivedAt: string
}

/** A key of a device, and when it held. */
export type ProofKey = {
  device: string
  /** Ed25519, 32 bytes, base64. */
  publicKey: string
  madeAt: string
  validUntil: string | null
  revokedAt: string | null
}

/** Everything known of one emergency: who, when, which text, for whom, and each device's timeline. */
export type ProofBundle = {
  /** 1 was before reports were kept as they were signed. */
  v: 1 | 2
  what: 'coloa-emergency-proof'
  madeAt: string
  madeBy: string
  chain: string
  instructions: ProofInstruction[]
  deliveries: ProofDelivery[]
  /** Public keys of the devices, as they were registered. */
  deviceKeys: ProofKey[]
  /** The signed reports that the receipts came in; since `reportsSince`, by the installation's own account. */
  reports?: ProofReport[]
  reportsSince?: string | null
  /**
   * Channels whose devices sign what they say. Of another one the hub knows no more than what it heard or saw itself: there
   * receipts rest on its word.
   */
  signingChannels?: string[]
  /** What people pushed on by hand. */
  acts: Record<string, unknown>[]
}

/** A bundle as it is handed out. */
export type SignedProof = {
  bundle: ProofBundle
  keyId: string
  /** Ed25519, 32 bytes, base64. */
  publicKey: string
  /** Over `proofText(bundle)`, base64. */
  signature: string
}
