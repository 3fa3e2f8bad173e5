import type { Flow, FlowRule } from '#domain/board/flow.ts'
import type { ProgrammeRules } from '#domain/dispatch/programme/programmeRules.ts'
import type { Rule } from '#domain/sla/inForce.ts'
import type { Obligation } from '#domain/sla/obligation.ts'
import type { SpeechManner } from '#domain/text/speech/speechOf.ts'
import type { Label } from '#kit/label.ts'
import type { FormRule, ProposalRule, SizeHint } from '#plugins/dispatch/index.ts'
import type { Readings } from './obligations/readings.ts'

/** A ground on which a board refuses publication. */
export type RefusalGround = Rule & { code: string; label: Label }

/** A reason for which something goes out before it is approved. */
export type EmergencyReason = Rule & { code: string; label: Label }

/** Words ready to be sent in an emergency, in Vietnamese: that is what loudspeakers say. */
export type StormTemplate = {
  code: string
  /** A code of the list of emergency reasons. */
  reasonCode: string
  label: Label
  /** For how long it holds unless the duty officer says otherwise. */
  hours: number
  title: string
  text: string
}

/** What holds for emergencies that are sent in one go. */
export type StormProfile = {
  templates: readonly StormTemplate[]
  /** The reason under which exercises go out. */
  exerciseReason: string
  /** Whether the city may take direct control of communes' systems, with a recorded reason (H-12.1.2). */
  hasCityOverride: boolean
  /** Whether issuing takes a code of the second factor. */
  isSecondFactorNeeded: boolean
  /** For how long a code that was shown holds for corrections and the all-clear. */
  secondFactorHoldsMinutes: number
}

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
  /** What communes decide of their own programme, and by whom. */
  programme: ProgrammeRules
  /** Forms of bulletins by class of device (S-11, H-11). */
  formsByDevice: readonly FormRule[]
  /** How long a bulletin should be; told, never enforced (H-16.5.2). */
  bulletinSizes: readonly SizeHint[]
  /** What a supplier must propose with a bulletin (H-14.2a.2-3, H-16.5.3). */
  requireProposal: readonly ProposalRule[]
  /** How texts are read aloud here: abbreviations of the city's own, and its way of saying numbers. */
  speech: SpeechManner
  storm: StormProfile
  officeHours: readonly { from: string; to: string }[]
}
