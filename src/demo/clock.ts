/** Hanoi keeps UTC+7 all year. */
const OFFSET_MS = 7 * 3_600_000
const DAY_MS = 86_400_000

/** The day of an instant in Hanoi, `YYYY-MM-DD`. */
export const dayOf = (instant: Date): string =>
  new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10)

/** The instant of a local day and time. */
export const at = (day: string, time: string): Date => new Date(`${day}T${time}:00+07:00`)

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(Date.parse(day)).getUTCDay()

const weekdays = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy']

export const weekdayName = (day: string): string => weekdays[weekdayOf(day)] ?? ''

/** "ngày 04 tháng 02 năm 2026": a zero before days under 10 and before months 1 and 2. */
export const longDate = (day: string): string => {
  const [year, month, date] = day.split('-')
  return `ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}

/** "04/02". */
export const shortDate = (day: string): string => `${day.slice(8)}/${day.slice(5, 7)}`

/** "4 February 2026". */
export const englishDate = (day: string): string => english.format(Date.parse(day))

const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
