import type { Label } from '#kit/label.ts'
import type { BoardRole } from '../people/standing.ts'
import type { NoticeKind } from './kinds.ts'

/** The particulars of a notice; times are ISO 8601, days YYYY-MM-DD. */
export type NoticeDetail = {
  /** Who did what is told. */
  by?: string | null
  dueAt?: string
  /** The step it waits at. */
  step?: Label
  reason?: Label
  /** Why the database refused to carry it out. */
  refusal?: string
  explanation?: string | null
  /** Unit that is to clarify. */
  unit?: string
  publishAt?: string
  bundle?: string
  verdict?: 'confirmed' | 'objected'
  membership?: MembershipDetail
  /** The site at the other side of an item that goes from one to another. */
  from?: Label
  /** Path in the admin where it is read. */
  href?: string
  /** What became of a proposal. */
  outcome?: 'accepted' | 'returned' | 'withdrawn' | 'dismissed'
}

/** A change of membership or mandate as it concerns one person. */
export type MembershipDetail = {
  act: 'appoint' | 'end' | 'mandateHeld' | 'mandateGiven' | 'mandateEnd'
  role?: BoardRole
  startsOn?: string
  endsOn?: string | null
  document?: string
  /** The other person of a mandate. */
  other?: string | null
}

/** Something to tell; `key` names it once and for all. */
export type Notice = {
  key: string
  kind: NoticeKind
  board: string
  log: string
  collection: string | null
  docId: number | null
  submissionId: string | null
  round: number | null
  step: number | null
  title: string
  detail: NoticeDetail
  /** Something urgent, which does not wait for a digest. */
  isUrgent?: boolean
}

/** A notice as it was told to somebody. */
export type ToldNotice = Omit<Notice, 'isUrgent'> & {
  id: number
  at: string
  readAt: string | null
  settledAt: string | null
}
