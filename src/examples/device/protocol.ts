/** What travels between hub and device, both ways, in the shape of Standard Webhooks. */
export type Envelope = { id: string; timestamp: number; signature: string; body: string }

/** A file of a command. */
export type MediaFile = {
  role: 'audio' | 'image' | 'video'
  url: string
  /** Hex. */
  sha256: string
  mimeType: string
  bytes: number
  seconds?: number
}

/** What the hub asks devices to do. Times are ISO 8601 with zone. */
export type Command = {
  v: 1
  id: string
  /** Rises with each instruction of a hub. */
  number: number
  /** What belongs together: an alert, its updates, its cancellation. */
  chain: string
  kind: 'alert' | 'update' | 'cancel' | 'exercise' | 'test'
  priority: 'emergency' | 'priority' | 'normal'
  issuer: string
  effectiveAt: string
  expiresAt: string | null
  audience: { areas: string[]; groups: string[]; devices: string[] }
  title: string
  text: string
  spokenText: string | null
  media: MediaFile[]
}

/** A device's standing. */
export type Setup = {
  v: 1
  kind: 'setup'
  device: string
  isActive: boolean
  areas: string[]
  groups: string[]
  number: number
  /** The hub's keys to believe from now on, 32 bytes each in base64. */
  hubKeys?: string[]
}

/** What is in force in an area. */
export type Recent = {
  v: 1
  kind: 'recent'
  area: string
  now: string
  dispatches: { id: string; number: number; expiresAt: string | null }[]
}

/** The hub's time, in answer to a question. */
export type ClockAnswer = { v: 1; kind: 'clock'; nonce: string; now: string }

/** Whatever the hub may say. */
export type Message = Command | Setup | Recent | ClockAnswer

/** What a device reports of a dispatch. */
export type ReceiptKind =
  | 'received'
  | 'staged'
  | 'playing'
  | 'interrupted'
  | 'resumed'
  | 'played'
  | 'proven'
  | 'stopped'
  | 'refused'

/** One event of one dispatch on this device. */
export type Receipt = {
  dispatch: string
  kind: ReceiptKind
  /** The same when it is repeated. */
  eventId: string
  at: string
  detail?: string
  seconds?: number
  proof?: Record<string, string | number | boolean>
}

/** All that a device says at once. */
export type Report = {
  v: 1
  receipts: Receipt[]
  heartbeat?: {
    playing: string | null
    volume: number
    storageFree: number
    firmware: string
    offsetMs: number
    hubKeys?: string[]
    recent: { dispatch: string; rung: number }[]
  }
  want?: string[]
  nonce?: string
}
