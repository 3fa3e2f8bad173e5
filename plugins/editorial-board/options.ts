import type { PayloadRequest } from 'payload'
import { flowFaults } from '#domain/board/flow.ts'
import type { Flow, FlowRule } from '#domain/board/flow.ts'
import type { GovernedCollection } from '#kit/governed.ts'
import type { Label } from '#kit/label.ts'
import type { Wordings } from './wordings.ts'
import type { queueMail } from '#kit/mail/queueMail.ts'
import type { Signer } from './ledger/signer.ts'

/** A reason of a legal list, with the clause it rests on. */
export type LegalReason = { code: string; clause: string; label: Label }

/** A board as people read it. */
export type BoardName = {
  /** Code of the board, as appointments name it. */
  board: string
  /** Logs it decides over. */
  logs: readonly string[]
  name: string
}

/** A section of a board's content, as mandates, checkers and flows name it. */
export type Section = { id: number; name: string }

/** What the editorial board is told. */
export type EditorialBoardOptions = {
  governed: readonly GovernedCollection[]
  /**
   * Who the accounts are, for the database itself: a query that gives `person` (integer id of the account), `name`, `email`,
   * `language` (vi or en), `is_active`, `is_registrar` (keeps the register of boards) and `identity` (text: the person behind
   * the account, so that two accounts of one person are one; null when unknown).
   */
  accountsSql: string
  /** An SQL expression over `p_log`: the board that decides over a log. @default 'p_log' */
  boardOfSql?: string
  /** All boards with their names in the language of the request. */
  boards: (req: PayloadRequest) => Promise<readonly BoardName[]>
  /** Whether the signed-in person reads every desk without deciding: auditors, administrators. */
  seesEveryDesk: (req: PayloadRequest) => boolean
  /** Sections that mandates, checkers and flows may be limited to, in the order people know them. @default none */
  sections?: (req: PayloadRequest, board: BoardName) => Promise<readonly Section[]>
  /** Whether the signed-in person keeps the register of boards. */
  isRegistrar: (req: PayloadRequest) => boolean
  /** Signs the chain; read when first needed. */
  signer: () => Promise<Signer>
  /** The flows in force where a board has set none of its own. One rule without conditions must be there. */
  flows: readonly FlowRule[]
  /** Flows a head may choose from when a board sets its own. */
  readyFlows: readonly Flow[]
  /** The legal list of refusal grounds in force on a day (YYYY-MM-DD). */
  groundsOn: (day: string) => readonly LegalReason[]
  /** Reasons for which something may go out before it is approved, in force on a day. */
  emergencyReasonsOn: (day: string) => readonly LegalReason[]
  /** Whether a frozen document may take the emergency lane. @default every document */
  isEmergency?: (collection: string, document: Readonly<Record<string, unknown>>) => boolean
  /**
   * Called for whatever a person asks to go out before it is approved, with what is frozen, the reason named and the code
   * typed, in the transaction of the release: nothing goes out when it throws.
   *
   * @default nothing beyond the role on the board and the reason is asked
   */
  demandEmergency?: (
    req: PayloadRequest,
    asked: {
      collection: string
      id: number
      log: string
      document: Readonly<Record<string, unknown>>
      reasonCode: string
      code: string | undefined
      now: Date
    },
  ) => Promise<void>
  /**
   * Called with what is frozen when a draft is handed to its board, with each voice for it, and when a decision that waited
   * is carried out, in that transaction: nothing is handed over, approved or released when it throws.
   *
   * @param asked.log code of the site it belongs to
   * @param asked.document in the first language it has
   * @param asked.at when it goes out, as far as that is known
   * @default nothing beyond the fields' own rules is asked
   */
  demandRelease?: (
    req: PayloadRequest,
    asked: {
      collection: string
      id: number
      log: string
      document: Readonly<Record<string, unknown>>
      at: Date
    },
  ) => Promise<void>
  /**
   * Called for whatever a person withdraws, with the code the person typed, in the transaction of the withdrawal: it stays
   * public when it throws.
   *
   * @default nothing beyond the role on the board is asked
   */
  demandWithdrawal?: (
    req: PayloadRequest,
    asked: { collection: string; id: number; code: string | undefined; now: Date },
  ) => Promise<void>
  /** Whether the forms for emergencies and withdrawals ask for a code of the second factor. @default no */
  isEmergencyCodeNeeded?: (collection: string) => boolean
  /** Ready wordings that are offered for decisions. @default those of wordings.ts */
  wordings?: Wordings
  /** The zone in which days of appointments, mandates and lists are counted. @default 'Asia/Ho_Chi_Minh' */
  timeZone?: string
  /** The instant at which a number of working hours after another has passed. */
  dueAt: (at: Date, workingHours: number) => Date
  /** Working hours between two instants, the first not after the second; the desk tells time by the clock without it. */
  workingHoursBetween?: (from: Date, to: Date) => number
  /** Working hours of a day, for telling longer times. @default 8 */
  workingDayHours?: number
  /** Where anybody verifies what was released, by its hash (SHA-256, hex); approval records then carry a QR code. */
  verifierUrl?: (sha256: string) => string
  /** Working hours within which another person reviews what took the emergency lane. @default 4 */
  emergencyReviewHours?: number
  /** Working hours a supplier is given to clarify. @default 16 */
  clarifyHours?: number
  /** Share of a step's working time that is left when those who may act are told that it is due soon. @default 0.25 */
  dueSoonShare?: number
  /** The same in working hours, at least. @default 0.5 */
  dueSoonHours?: number
  /** Working hours after which the head is told of a step that is still overdue. @default 2 */
  overdueHeadHours?: number
  /** Working hours after which the managing side is told of an emergency that is still not reviewed. @default 2 */
  escalateAfterHours?: number
  /**
   * The managing side of a board: ids of accounts, or mail addresses.
   *
   * @default all who keep the register of boards
   */
  escalateTo?: (board: string) => Promise<readonly (number | string)[]>
  /**
   * Takes a mail on the connection of the caller's transaction and sends it after commit, once for each `key`.
   *
   * @default the table `web.mails` and the task `sendMail`
   */
  queueMail?: typeof queueMail
  /** When the digests go out on working days: HH:MM in `timeZone`. @default '07:30' */
  digestAt?: string
}

let current: EditorialBoardOptions | undefined

/**
 * Keeps the options for the verbs.
 *
 * @throws Error when a flow cannot be used
 */
export const keepOptions = (options: EditorialBoardOptions): void => {
  for (const flow of [...options.flows.map((rule) => rule.flow), ...options.readyFlows]) {
    const faults = flowFaults(flow)
    if (faults.length > 0)
      throw new Error(`editorial-board: the flow ${flow.code} cannot be used: ${faults.join(', ')}`)
  }
  current = options
}

/** The options of this installation. */
export const theOptions = (): EditorialBoardOptions => {
  if (!current) throw new Error('editorial-board: the plugin is not part of this config')
  return current
}
