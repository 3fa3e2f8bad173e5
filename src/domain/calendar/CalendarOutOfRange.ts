/** Thrown for a day of which no notice says anything. */
export class CalendarOutOfRange extends Error {
  readonly code = 'calendar_out_of_range'
  /** @param day YYYY-MM-DD, or an instant in ISO 8601 */
  constructor(day: string) {
    super(`The working calendar says nothing about ${day}: enter the notice of that year.`)
  }
}
