import type { Rule } from '#domain/sla/inForce.ts'
import { inForce } from '#domain/sla/inForce.ts'
import type { Decision } from './decideClash.ts'
import { dayOf } from './localDay.ts'
import type { Medium } from './plan.ts'
import type { Frame } from './timeFrames.ts'

/** Who of a commune decides: any of its people on the system, or the Chair of its People's Committee alone. */
export type Decider = 'communeUser' | 'communeChair'

/** What the regulations leave to communes and what they do not; every entry with its clause and the days it holds. */
export type ProgrammeRules = {
  /** Who settles two priority bulletins for one hour (S-12.2, H-12.2). */
  collisionDecider: readonly (Rule & { decider: Decider })[]
  /** What is done when nobody has, and how long before the air time, in minutes. No regulation says: a reading. */
  collisionDefault: readonly (Rule & { decision: Decision; leadMinutes: number })[]
  /** Who chooses and schedules normal bulletins (S-12.3, H-12.3). */
  normalDecider: readonly (Rule & { decider: Decider })[]
  /** Whether the city may broadcast over a commune's head, and has to say why (H-12.1.2). */
  cityOverride: readonly (Rule & { isReasonNeeded: boolean })[]
  /** Hours of radio and boards where a commune has entered none of its own (H-7.2, H-7.3.1). */
  timeFrames: readonly (Rule & { medium: Medium; frames: readonly Frame[] })[]
}

/** The rule in force at an instant; of several the last. */
export const ruleAt = <T extends Rule>(rules: readonly T[], at: Date): T | undefined =>
  inForce(rules, dayOf(at.getTime())).at(-1)
