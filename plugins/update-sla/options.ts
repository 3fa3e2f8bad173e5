import type { PayloadRequest } from 'payload'
import type { ClientBase } from 'pg'
import type { CalendarDay } from '#domain/calendar/createCalendar.ts'
import type { Obligation } from '#domain/sla/obligation.ts'
import type { DayChange } from './notices/notice.ts'
import type { TellingOptions } from './alerts/tellingOptions.ts'

/** A field of a document in which people state when a clock began, or ended. */
export type ClockClaim = {
  field: string
  /** It ends a clock: dated back, it needs a reason. @default false */
  isEnd?: boolean
}

/** Where a clock's beginning and end are read: the truth, as a query. */
export type ClockSource = {
  /** The collection its documents are of; changes of its tables mark them. */
  collection: string
  /** Tables whose changes touch a document, and the column that names it. */
  tables: readonly { table: string; column: string }[]
  /** Releases of these collections touch it as well. `subjects` gives its ids for theirs, in `$1::int[]`; default: the same ids. */
  follows: readonly { collection: string; subjects?: string }[]
  /**
   * One row for each thing owed: `obligation` (code), `doc_id`, `owner`, `title`, `event_at`, `noticed_at` (when it was
   * entered), `promised_on` (date or null), `promised_at` (about when it was promised, or null), `ended_at`, `ended_by` (`<log>:<seq>` or null), `is_void`. `{ids x}` stands
   * where the rows are narrowed to the documents asked for, `x` being the id's expression.
   */
  sql: string
  /** Fields whose changes are kept, with who made them and when, and shown beside the clock. @default none */
  claims?: readonly ClockClaim[]
}

/** Where acts are counted for quotas. */
export type ActSource = {
  /** As `trigger` of a quota names it. */
  trigger: string
  /** Collections whose releases may be such acts. */
  follows: readonly string[]
  /** Rows `owner`, `at`, `ref` (`<log>:<seq>`) of acts since `$1::timestamptz` and before `$2::timestamptz`. */
  sql: string
}

/** Who sees and does what. */
export type SlaRights = {
  /** Sees the clocks of everybody. */
  seesAll: (req: PayloadRequest) => boolean
  /** Sets silences, pauses, extends, and acts for anybody. */
  runs: (req: PayloadRequest) => boolean
  /** The owners whose clocks are the person's own. */
  ownersOf: (req: PayloadRequest) => Promise<readonly string[]>
}

/** Beside the documents of a collection stand their clocks. */
export type ClockBadge = {
  collection: string
  /** A relation of the document to what the clocks are about, when that is another document. */
  via?: { field: string; collection: string }
}

/** What update-sla is told. */
export type UpdateSlaOptions = {
  /** What is owed at first; later versions are entered in the admin. */
  obligations: readonly Obligation[]
  /**
   * Who may owe: `owner` (`site:<code>`, `unit:<code>`), `groups` (text[]), `name_vi`, `name_en`, `log` (release log of a
   * site or null), `calendar_unit` (integer or null), `parent` (owner or null), `is_active`.
   */
  ownersSql: string
  /** Who is told: `owner` (null: for all), `audience`, `email`, `name`, `language`, `person` (integer or null). */
  recipientsSql: string
  /** Names of accounts: `person` (integer), `name`. Default: those of the recipients. */
  peopleSql?: string
  sources: readonly ClockSource[]
  acts: readonly ActSource[]
  /** Who sees and does what. @default the roles and boards of this city */
  rights?: SlaRights
  /** Collections whose edit pages show clocks. @default none */
  badges?: readonly ClockBadge[]
  calendar: {
    /** @default Asia/Ho_Chi_Minh */
    zone?: string
    /** ISO weekdays. */
    restDays: readonly number[]
    officeHours: readonly { from: string; to: string }[]
    /** Days known where `daysSql` gives none: a new installation. */
    knownDays: readonly (CalendarDay & {
      reason?: string
      reasonEn?: string
      instrument?: string
    })[]
    /**
     * Rows `date` (YYYY-MM-DD), `kind`, `unit` (integer or null), `is_provisional`, and to be shown `reason`, `reason_en`,
     * `instrument`. Default: the known days.
     */
    daysSql?: string
    /**
     * Writes the days of a notice to where `daysSql` reads them, on the given connection's transaction: of each change the
     * row that was there goes, `after` comes. Without it the calendar takes no notices.
     */
    storeDays?: (
      connection: Pick<ClientBase, 'query'>,
      changes: readonly DayChange[],
    ) => Promise<void>
    /**
     * The table that `storeDays` writes, with its columns of day (YYYY-MM-DD), unit and kind: the database then lets the
     * application change it with a notice alone. Default: nothing holds it to that.
     */
    daysTable?: { table: string; date: string; unit: string; kind: string }
    /**
     * Office hours of units that keep their own, such as a desk that opens earlier: rows `unit` (integer),
     * `from_time`, `to_time` (HH:MM), one for each stretch. Default: all keep the same.
     */
    unitHoursSql?: string
    /** Units that may have days of their own: rows `unit` (integer), `name`. Default: none is offered. */
    unitsSql?: string
  }
  /** How alerts are told; everything has a default. */
  telling?: TellingOptions
}

let current: UpdateSlaOptions | undefined

/** Keeps the options for jobs and screens. */
export const keepOptions = (options: UpdateSlaOptions): void => {
  current = options
}

/** The options of this installation. */
export const theOptions = (): UpdateSlaOptions => {
  if (!current) throw new Error('update-sla: the plugin is not part of this config')
  return current
}

/** The deployment's zone. */
export const zone = (): string => theOptions().calendar.zone ?? 'Asia/Ho_Chi_Minh'
