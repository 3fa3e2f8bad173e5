/** How long something may take. `sameWorkingDay`: by the end of the working day of the event, or of the next one. */
export type Duration =
  | { workingDays: number }
  | { workingMinutes: number }
  | { hours: number }
  | { days: number }
  | { months: number }
  | { sameWorkingDay: true }

/** Whether the day of the event is day one, and when on the last day it is due. */
export type Counting = {
  firstDay: 'next' | 'same'
  until: 'endOfWork' | 'sameTime' | 'endOfDay'
}
