/** A day as a notice sets it. */
export type NoticeDay = {
  /** YYYY-MM-DD. */
  date: string
  kind: 'off' | 'work' | 'halfDay'
  reason: string
  reasonEn: string
}

/** A notice about days off and days worked, as an administrator enters it. */
export type Notice = {
  /** As printed on it: 9441/TB-BNV. */
  number: string
  /** YYYY-MM-DD. */
  issuedOn: string
  issuingBody: string
  link: string | null
  /** Only for this unit; null: for everybody. */
  unit: number | null
  /**
   * The year of which it names every day that differs from the weekly rule: expected days of that year which it does not
   * name fall away, and a year that was unknown becomes known.
   */
  fullYear: number | null
  days: readonly NoticeDay[]
}

/** A day of the working calendar with what it rests on. */
export type ListedDay = NoticeDay & {
  unit: number | null
  isProvisional: boolean
  /** The notice or law. */
  instrument: string
}

/** What a notice does to one day of the list; null: not in it. */
export type DayChange = {
  date: string
  unit: number | null
  before: ListedDay | null
  after: ListedDay | null
}
