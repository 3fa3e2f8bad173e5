import type { SlaWords } from './slaWords.ts'

/** The pages of the clocks in the order of the navigation: address below `/admin/sla`, and the word for it. */
export const slaTabs = [
  ['', 'tabToday'],
  ['/clocks', 'tabClocks'],
  ['/alerts', 'tabAlerts'],
  ['/league', 'tabLeague'],
  ['/calendar', 'tabCalendar'],
  ['/obligations', 'tabObligations'],
] as const satisfies readonly (readonly [string, keyof SlaWords])[]

/** A page of the clocks, as its address names it. */
export type SlaTab = (typeof slaTabs)[number][0]
