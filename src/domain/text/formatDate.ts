import { Temporal } from 'temporal-polyfill'

const ZONE = 'Asia/Ho_Chi_Minh'

/** A day in the city's zone as the city writes it: `23/11/2026`, in both languages. */
export const formatDate = (instant: string): string => {
  const { day, month, year } = inZone(instant)
  return `${two(day)}/${two(month)}/${year}`
}

/** A day and hour in the city's zone: `08:20, 23/11/2026`. */
export const formatMoment = (instant: string, locale: 'vi' | 'en'): string => {
  const { hour, minute } = inZone(instant)
  const time = `${two(hour)}:${two(minute)}`
  return locale === 'vi' ? `${time} ngày ${formatDate(instant)}` : `${time}, ${formatDate(instant)}`
}

/** A day in words: "ngày 23 tháng 11 năm 2026" as administrative documents write it, "23 November 2026" in English. */
export const formatLongDate = (instant: string, locale: 'vi' | 'en'): string => {
  const zoned = inZone(instant)
  if (locale === 'en') {
    return zoned.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  }
  return `ngày ${two(zoned.day)} tháng ${zoned.month < 3 ? two(zoned.month) : zoned.month} năm ${zoned.year}`
}

/** The day in the city's zone for machines: `2026-11-23`. */
export const isoDay = (instant: string): string => inZone(instant).toPlainDate().toString()

const inZone = (instant: string): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE)

const two = (value: number): string => String(value).padStart(2, '0')
