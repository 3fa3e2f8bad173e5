/** A day (YYYY-MM-DD) as people here write it: `24/11/2026`. */
export const dayText = (day: string): string => day.split('-').toReversed().join('/')
