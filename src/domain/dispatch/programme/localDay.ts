const OFFSET_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

/** The day of an instant in Việt Nam, which keeps UTC+7 all year: `YYYY-MM-DD`. */
export const dayOf = (instant: number): string =>
  new Date(instant + OFFSET_MS).toISOString().slice(0, 10)

/** The time of an instant there, `HH:MM`. */
export const timeOf = (instant: number): string =>
  new Date(instant + OFFSET_MS).toISOString().slice(11, 16)

/** The instant of a time of a day there; `24:00` is the end of the day. */
export const instantOf = (day: string, time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return Date.parse(`${day}T00:00:00Z`) - OFFSET_MS + (hours * 60 + minutes) * 60_000
}

/** So many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: string): number =>
  ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

/** Whether a text is a day of the calendar, of a year that can be meant. */
export const isDay = (text: string): boolean =>
  /^2[01]\d{2}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  addDays(text, 0) === text
