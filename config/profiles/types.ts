import type { Flow, FlowRule } from '#domain/board/flow.ts'
import type { Rule } from '#domain/sla/inForce.ts'
import type { Obligation } from '#domain/sla/obligation.ts'
import type { Label } from '#kit/label.ts'
import type { Readings } from './obligations/readings.ts'

/** A ground on which a board refuses publication. */
export type RefusalGround = Rule & { code: string; label: Label }

/** A reason for which something goes out before it is approved. */
export type EmergencyReason = Rule & { code: string; label: Label }

/** What differs between deployments; every entry with its clause. */
export type Profile = {
  code: 'hanoi' | 'haiphong'
  cityName: Label
  /** The regulation on the portal that the clauses P-… belong to. */
  refusalGrounds: readonly RefusalGround[]
  emergencyReasons: readonly EmergencyReason[]
  /** The flows items take where a board has set none of its own. */
  flowRules: readonly FlowRule[]
  /** Flows a head may choose from. */
  readyFlows: readonly Flow[]
  /** How what the regulations leave open is read; the obligations are made from it. */
  readings: Readings
  /** Everything owed by a time, as a new installation begins with it. */
  obligations: readonly Obligation[]
  /** Codes of the bulletin topics that forms offer (S-10, H-10). */
  bulletinTopics: readonly string[]
  /** Who settles two priority bulletins for one hour (S-12.2, H-12.2). */
  collisionDecider: 'communeUser' | 'communeChair'
  officeHours: readonly { from: string; to: string }[]
}
