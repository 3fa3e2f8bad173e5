import type { Audience, Content, DispatchKind, Priority } from '../types.ts'

/** A dispatch as it was frozen (`issueDispatch`): what every transport's message is made of. Times are ISO 8601. */
export type Snapshot = Content & {
  chain: string
  kind: DispatchKind
  priority: Priority
  issuer: string
  issuedAt: string
  effectiveAt: string
  expiresAt: string | null
  audience: Audience
}

/** Reads a dispatch's frozen text. */
export const readSnapshot = (text: string): Snapshot => JSON.parse(text) as Snapshot
