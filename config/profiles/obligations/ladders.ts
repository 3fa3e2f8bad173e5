import type { Rung } from '#domain/sla/obligation.ts'

const due: Rung = {
  code: 'due',
  when: { minutes: 0 },
  to: ['editor', 'unitHead'],
  severity: 'breach',
}
const dayAfter: Rung = {
  code: 'dayAfter',
  when: { workingDays: 1 },
  to: ['unitHead', 'ops'],
  severity: 'breach',
}
const threeDaysAfter: Rung = {
  code: 'threeDaysAfter',
  when: { workingDays: 3 },
  to: ['unitHead', 'ops', 'managingBody'],
  severity: 'breach',
  always: true,
}
const half: Rung = { code: 'half', when: { share: 0.5 }, to: ['editor'], severity: 'notice' }
const dayBefore: Rung = {
  code: 'dayBefore',
  when: { workingDays: -1 },
  to: ['editor', 'unitHead'],
  severity: 'warning',
}

/** For what is owed within a few working days. */
export const shortLadder: readonly Rung[] = [
  { ...half, severity: 'warning' },
  due,
  dayAfter,
  threeDaysAfter,
]

/** For what is owed within weeks. */
export const longLadder: readonly Rung[] = [half, dayBefore, due, dayAfter, threeDaysAfter]

/** For an update window: a word before it ends, operations when it is missed, the head when nothing came a day later. */
export const windowLadder = (warnMinutes: number): readonly Rung[] => [
  { code: 'closing', when: { minutes: -warnMinutes }, to: ['editor'], severity: 'warning' },
  { ...due, to: ['editor', 'ops'] },
  { ...dayAfter, to: ['unitHead', 'ops'] },
]

/** For what is owed each month, half-year or year: told ahead by working days, not by shares of the time. */
export const periodLadder: readonly Rung[] = [
  { code: 'tenDaysBefore', when: { workingDays: -10 }, to: ['editor'], severity: 'notice' },
  { ...dayBefore, code: 'threeDaysBefore', when: { workingDays: -3 } },
  due,
  { ...threeDaysAfter, always: false },
]

/** For an incident: by the clock, day and night. */
export const incidentLadder: readonly Rung[] = [
  { ...half, to: ['unitHead', 'ops'], severity: 'warning' },
  {
    code: 'twoHoursBefore',
    when: { minutes: -120 },
    to: ['unitHead', 'ops'],
    severity: 'warning',
    always: true,
  },
  { ...due, to: ['unitHead', 'ops', 'managingBody'], always: true },
]

/** For what operations owe before a planned downtime; shares of a time that runs backwards mean nothing. */
export const aheadLadder: readonly Rung[] = [
  { code: 'dayBefore', when: { minutes: -24 * 60 }, to: ['ops'], severity: 'warning' },
  { ...due, to: ['ops', 'managingBody'] },
]

/** For what operations owe of themselves. */
export const opsLadder: readonly Rung[] = [
  { ...half, to: ['ops'] },
  { ...due, to: ['ops'] },
  { ...dayAfter, to: ['ops', 'managingBody'] },
]

/** No mail at night but for breaches. */
export const night = { from: '20:00', to: '07:00' } as const
