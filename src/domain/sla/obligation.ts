import type { Counting, Duration } from '../calendar/duration.ts'
import type { Label } from './label.ts'
import type { Rule } from './inForce.ts'

/** Who is told: the owner's editors, the head of the owner, operations, the managing body. */
export type Audience = 'editor' | 'unitHead' | 'ops' | 'managingBody'

/**
 * When a rung is climbed, measured from the due time: a share of the way from the event to it, minutes by the clock, or
 * working days; negative before, positive after, `{ minutes: 0 }` at it.
 */
export type RungTime = { share: number } | { minutes: number } | { workingDays: number }

/** A step of the ladder by which an obligation is told about. */
export type Rung = {
  /** Stable within the obligation: `half`, `dayBefore`, `due`, `dayAfter`. */
  code: string
  when: RungTime
  to: readonly Audience[]
  severity: 'notice' | 'warning' | 'breach'
  /** Told even when somebody has acknowledged. @default false */
  always?: boolean
}

/** What every obligation says. */
type Common = Rule & {
  /** Stable: `documentIssuer`. */
  code: string
  label: Label
  ladder: readonly Rung[]
  /** At once, or with the next digest. @default 'immediate' */
  mode?: 'immediate' | 'digest'
  /** HH:MM; what is no breach waits until they end. */
  quietHours?: { from: string; to: string }
}

/** An update owed within a stretch of the day, HH:MM, half-open. */
export type WindowTerms = {
  kind: 'window'
  /** Group of owners that owe it: `city`, `component`. */
  owes: string
  from: string
  to: string
  days: 'all' | 'working'
  /** What counts as an update. @default publish and update */
  counts?: readonly ('publish' | 'update')[]
}
/** Something owed within a time from an event; `trigger` names the source of events, `entry` those entered by hand. */
export type DeadlineTerms = {
  kind: 'deadline'
  trigger: string
  duration: Duration
  counting: Counting
  /** Whether a promised date is the new deadline. @default 'replaces' */
  promise?: 'replaces' | 'isIgnored'
}
/** So many acts in each calendar month; `trigger` names the source of acts, `owes` groups or codes of owners. */
export type QuotaTerms = {
  kind: 'quota'
  trigger: string
  owes: readonly string[]
  atLeast: number
  per: 'month'
}
/** Something to be looked through again, so long after it last was. */
export type ReviewTerms = {
  kind: 'review'
  trigger: string
  duration: Duration
  counting: Counting
}
/** Owed each year by a date, MM-DD; inclusive "chậm nhất vào ngày", exclusive "trước ngày". Data from and to are MM-DD. */
export type ReportTerms = {
  kind: 'report'
  owes: readonly string[]
  dueOn: string
  isInclusive: boolean
  covers?: { from: string; to: string }
}

/** A thing owed under law: what, by whom, by when, and who is told. */
export type Obligation = Common &
  (WindowTerms | DeadlineTerms | QuotaTerms | ReviewTerms | ReportTerms)
/** An obligation of one kind. */
export type ObligationOf<K extends Obligation['kind']> = Extract<Obligation, { kind: K }>
/** As it is stored: a version is never changed. */
export type ObligationVersion = Obligation & { version: number }
