import { boardError } from '../errors.ts'

/**
 * A first and, perhaps, a last day, both YYYY-MM-DD and both included.
 *
 * @throws PortalError bad_days
 */
export const demandDays = (days: { startsOn: string; endsOn?: string | null }) => {
  const endsOn = days.endsOn?.trim() || null
  if (!isDay(days.startsOn) || (endsOn !== null && (!isDay(endsOn) || endsOn < days.startsOn)))
    throw boardError('bad_days')
  return { startsOn: days.startsOn, endsOn }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text
