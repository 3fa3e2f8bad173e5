import { dayOf, timeOf } from '#domain/dispatch/programme/localDay.ts'

/** `2026-12-01 06:30` of an instant in the city's zone; empty without one. */
export const clockText = (instant: string | null): string => {
  if (!instant) return ''
  const at = Date.parse(instant)
  return `${dayOf(at)} ${timeOf(at)}`
}
