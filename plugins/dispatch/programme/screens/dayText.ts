/** `01/12/2026` of `2026-12-01`. */
export const dayText = (day: string): string => day.split('-').toReversed().join('/')
