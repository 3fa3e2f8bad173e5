/** How urgent: an emergency is played at once, a priority item with preference, a normal one as the commune chooses (S-12, H-12). */
export type Priority = 'emergency' | 'priority' | 'normal'

/** What an instruction is. A `test` belongs to a connection test and sounds a test tone only. */
export type DispatchKind = 'alert' | 'update' | 'cancel' | 'exercise' | 'test'

/** A form in which a bulletin goes out (S-11, H-11). */
export type Form = 'text' | 'audio' | 'image' | 'video'

/** The ways to a device; each has a driver. */
export type Channel = 'http' | 'mqtt' | 'cap' | 'pull' | 'icecast' | 'player' | 'httttn' | 'byradio'

/** A file of a dispatch. Devices fetch it ahead, check its hash, and play it at the time. */
export type MediaFile = {
  role: 'audio' | 'image' | 'video'
  /** Absolute, immutable: the content's hash is part of it. */
  url: string
  /** Hex. */
  sha256: string
  mimeType: string
  bytes: number
  /** Of sound and video. */
  seconds?: number
  /** Of pictures and video, in pixels. */
  width?: number
  height?: number
  /** Of screens drawn from the text for boards of this size: 1, 2 … in the order they are shown. */
  page?: number
}

/** What is said, as the board released it. */
export type Content = {
  title: string
  text: string
  /** What a loudspeaker says; null when nothing is to be read. */
  spokenText: string | null
  language: string
  topic: string | null
  media: MediaFile[]
}

/** For whom, by codes: a device obeys when it is one of `devices`, or belongs to one of `areas` or `groups`. */
export type Audience = { areas: string[]; groups: string[]; devices: string[] }

/** An instruction to be given. Times are ISO 8601 with zone. */
export type DispatchOrder = {
  /** What belongs together: `bulletin/<log>/<id>` for an emergency, `airing/<id>` for an item of a commune's day. */
  chain: string
  /** Why this instruction exists; the same cause makes it once: `release/<log>/<seq>`, `airing/<id>/<version>`. */
  cause: string
  kind: DispatchKind
  priority: Priority
  /** The release that allows it; a connection test has none. */
  release: { log: string; seq: number; docId: number } | null
  airingId?: string
  content: Content
  issuer: string
  issuedAt: string
  /** When it is to be played; before that, devices fetch its files. */
  effectiveAt: string
  expiresAt: string | null
  audience: Audience
  reasonCode?: string
  isOverride?: boolean
  /** Only for the devices named, what waits for others stays: files that follow a text, the end for those an update leaves out. */
  isAddition?: boolean
}
