/** How long something may take. */
export type Duration =
  | { workingDays: number }
  | { workingMinutes: number }
  | { hours: number }
  | { days: number }
  | { months: number }
  | { sameWorkingDay: true }

/** How days are counted; hours and minutes run from the instant itself. */
export type Counting = {
  /**
   * Whether day one is the next day, or the day of the event itself. An event after office hours or on a day off is then
   * taken as one of the next working day.
   */
  firstDay: 'next' | 'same'
  /** Where in the last day it ends; the end of a day is the first instant of the next. */
  until: 'endOfWork' | 'sameTime' | 'endOfDay'
}
