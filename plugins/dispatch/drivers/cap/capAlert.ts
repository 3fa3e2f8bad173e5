/** A CAP 1.2 alert as data: names and order of elements are those of the standard (OASIS, CAP-v1.2 § 3.2). */
export type CapAlert = {
  identifier: string
  sender: string
  /** As CAP writes times: `2026-12-01T08:00:00+07:00`. */
  sent: string
  status: 'Actual' | 'Exercise' | 'System' | 'Test' | 'Draft'
  msgType: 'Alert' | 'Update' | 'Cancel' | 'Ack' | 'Error'
  source?: string
  scope: 'Public' | 'Restricted' | 'Private'
  restriction?: string
  addresses?: string
  code?: string[]
  note?: string
  /** `sender,identifier,sent` of earlier messages. */
  references?: string[]
  incidents?: string
  info?: CapInfo[]
}

/** One language of an alert. */
export type CapInfo = {
  language?: string
  category: string[]
  event: string
  responseType?: string[]
  urgency: string
  severity: string
  certainty: string
  effective?: string
  onset?: string
  expires?: string
  senderName?: string
  headline?: string
  description?: string
  instruction?: string
  web?: string
  parameter?: CapPair[]
  resource?: CapResource[]
  area?: CapArea[]
}

/** A value under a name that its user's community knows. */
export type CapPair = { valueName: string; value: string }

/** A file of an alert. Its SHA-256 goes as a parameter: CAP's own `digest` is SHA-1. */
export type CapResource = { resourceDesc: string; mimeType: string; size?: number; uri?: string }

/** Where an alert holds. */
export type CapArea = {
  areaDesc: string
  /** Pairs `lat,lon`, the first again as the last. */
  polygon?: string[]
  /** `lat,lon radius` in kilometres. */
  circle?: string[]
  geocode?: CapPair[]
}
