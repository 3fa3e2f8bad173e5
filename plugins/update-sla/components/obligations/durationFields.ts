import type { Duration } from '#domain/calendar/duration.ts'
import type { RungTime } from '#domain/sla/obligation.ts'

/** Units a form offers for a time owed, with the word for each. */
export const durationUnits = [
  ['workingDays', 'unitWorkingDays'],
  ['sameWorkingDay', 'unitSameWorkingDay'],
  ['workingMinutes', 'unitWorkingMinutes'],
  ['hours', 'unitHours'],
  ['hoursAhead', 'unitHoursAhead'],
  ['days', 'unitDays'],
  ['months', 'unitMonths'],
] as const

/** A time owed as a form shows it. */
export const amountOf = (duration: Duration): { unit: string; amount: string } => {
  if ('hours' in duration && duration.hours < 0)
    return { unit: 'hoursAhead', amount: String(-duration.hours) }
  const [unit = '', amount] = Object.entries(duration)[0] ?? []
  return { unit, amount: amount === true ? '' : String(amount) }
}

/** A time owed from what a form says; what fits nothing is left for the API to refuse. */
export const durationFrom = (unit: string, amount: string): unknown => {
  if (unit === 'sameWorkingDay') return { sameWorkingDay: true }
  const number = amount === '' ? null : Number(amount)
  return unit === 'hoursAhead' ? { hours: number && -number } : { [unit]: number }
}

/** Units a form offers for a step of a ladder. */
export const rungUnits = [
  ['share', 'unitShare'],
  ['minutesBefore', 'unitMinutesBefore'],
  ['minutesAfter', 'unitMinutesAfter'],
  ['daysBefore', 'unitDaysBefore'],
  ['daysAfter', 'unitDaysAfter'],
] as const

/** A step's time as a form shows it. */
export const rungAmountOf = (when: RungTime): { unit: string; amount: string } => {
  if ('share' in when) return { unit: 'share', amount: String(Math.round(when.share * 100)) }
  const value = 'minutes' in when ? when.minutes : when.workingDays
  const unit = 'minutes' in when ? 'minutes' : 'days'
  return { unit: `${unit}${value < 0 ? 'Before' : 'After'}`, amount: String(Math.abs(value)) }
}

/** A step's time from what a form says. */
export const rungTimeFrom = (unit: string, amount: string): RungTime => {
  const number = Number(amount)
  if (unit === 'share') return { share: number / 100 }
  const signed = unit.endsWith('Before') ? -number : number
  return unit.startsWith('minutes') ? { minutes: signed } : { workingDays: signed }
}
