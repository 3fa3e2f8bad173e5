import type { Counting, Duration } from '#domain/calendar/duration.ts'

/**
 * How this deployment reads what the regulations leave open. Each is a switch, so that the deploying authority may decide
 * otherwise; the obligations are made from them.
 */
export type Readings = {
  /**
   * Whether the day of the event is the first of the working days ("kể từ ngày", "kể từ khi": P-13.1b–g, S-9.8, E-9.7.1).
   *
   * @default 'next', as the Civil Code counts (art. 147)
   */
  firstDay: Counting['firstDay']
  /** When the last of the working days is over (P-13.1b–g, S-9.8, E-9.7.1). @default 'endOfWork' */
  lastDayEnds: Counting['until']
  /**
   * "Ngay … trong ngày làm việc" for a question out of scope (P-13.1e.2): the working day on which it is received, or the
   * next when offices have closed; or the working day after that.
   *
   * @default 'ofReceipt'
   */
  outOfScopeDay: 'ofReceipt' | 'afterReceipt'
  /**
   * Whether the date that a status notice promises is the new deadline of the answer (P-13.1e.3); each is counted as an
   * extension then.
   *
   * @default 'replaces'
   */
  promisedDate: 'replaces' | 'isIgnored'
  /**
   * What "thông tin mới" is (P-13.2a.1, P-13.2b.1): a first publication or a changed text, or first publications alone.
   *
   * @default 'updates'
   */
  windowsCount: 'updates' | 'firstPublications'
  /** The clock times of "đầu giờ làm việc" and "buổi tối" (P-13.2a.1), HH:MM, half-open. */
  cityWindows: Record<'morning' | 'afternoon' | 'evening', ClockRange>
  /** The same for component sites (P-13.2b.1). */
  componentWindows: Record<'morning' | 'afternoon', ClockRange>
  /** How often fixed pages are looked through, for "định kỳ" (P-17.1, P-17.2). @default six months */
  pageReview: Duration
  /** "Ngay khi có yêu cầu của cơ quan chủ quản" (P-13.1i). @default the same working day */
  onRequest: Duration
  /**
   * Whether the 24 hours of an incident run from when it occurred ("xuất hiện") or from when it was found (C-25.2a). The
   * time of entry is kept as well.
   *
   * @default 'occurrence'
   */
  incidentRunsFrom: 'occurrence' | 'discovery'
  /** MM-DD, inclusive: when a report "định kỳ 6 tháng" is due (P-28.9, P-28.13, P-33.8). @default the half-year's last day */
  halfYearOn: string
  /** MM-DD, inclusive: when what is owed "hằng năm" without a date is due (P-7.7, P-28.9 and others). @default 31 December */
  yearOn: string
}

/** A stretch of the day, HH:MM. */
export type ClockRange = { from: string; to: string }

/** The readings the catalogue of clauses suggests. */
export const suggestedReadings: Readings = {
  firstDay: 'next',
  lastDayEnds: 'endOfWork',
  outOfScopeDay: 'ofReceipt',
  promisedDate: 'replaces',
  windowsCount: 'updates',
  cityWindows: {
    morning: { from: '08:00', to: '09:30' },
    afternoon: { from: '13:00', to: '14:30' },
    evening: { from: '18:00', to: '22:00' },
  },
  componentWindows: {
    morning: { from: '08:00', to: '10:00' },
    afternoon: { from: '13:00', to: '15:00' },
  },
  pageReview: { months: 6 },
  onRequest: { sameWorkingDay: true },
  incidentRunsFrom: 'occurrence',
  halfYearOn: '06-30',
  yearOn: '12-31',
}
