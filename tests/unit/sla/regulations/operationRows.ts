import type { Row } from './row.ts'

const ahead48 = (id: string, deadline: string): Row => ({
  id,
  deadline,
  cases: [
    { at: '2026-02-23 08:00', due: '2026-02-21 08:00', why: 'hours count on days off' },
    { at: '2026-03-02 00:30', due: '2026-02-28 00:30', why: 'over a month’s end' },
  ],
})

/** Accounts, downtimes, copies and incidents: entered by hand. */
export const operationRows: readonly Row[] = [
  ahead48('S-8.2/notice', 'downtimeConsent'),
  ahead48('S-15.5/notice', 'downtimeNotice'),
  ahead48('S-22.3/notice', 'downtimePlan'),
  ahead48('E-8.5.1/notice', 'ethnicDowntimeConsent'),
  ahead48('E-13.4.1/notice', 'ethnicDowntimeNotice'),
  {
    id: 'S-9.8/turnaround',
    deadline: 'accountRequest',
    cases: [
      { at: '2026-02-13 16:30', due: '2026-02-23 17:00', why: 'the Friday before Tết' },
      { at: '2025-04-25 16:30', due: '2025-04-26 17:00', why: 'a worked Saturday' },
      { at: '2026-11-23 08:00', due: '2026-11-25 17:00', why: 'over Culture Day' },
    ],
  },
  {
    id: 'E-9.7.1/turnaround',
    deadline: 'ethnicAccountRequest',
    cases: [
      { at: '2026-08-21 16:30', due: '2026-08-22 17:00', why: 'a worked Saturday' },
      { at: '2025-12-31 16:30', due: '2026-01-05 17:00', why: 'New Year with its swapped day' },
    ],
  },
  {
    id: 'S-9.6.2/notice',
    deadline: 'leaverNotice',
    cases: [
      {
        at: '2026-05-29 10:00',
        due: '2026-05-30 00:00',
        why: 'by the end of the day of the decision',
      },
      { at: '2025-12-31 16:00', due: '2026-01-01 00:00', why: 'the last day of a year' },
    ],
  },
  {
    id: 'E-9.5.1/notice',
    deadline: 'ethnicLeaverNotice',
    cases: [
      { at: '2026-02-28 10:00', due: '2026-03-01 00:00', why: 'the last day of a short month' },
    ],
  },
  {
    id: 'P-13.3b/backup',
    deadline: 'weeklyCopy',
    cases: [
      {
        at: '2026-02-10 23:00',
        due: '2026-02-18 00:00',
        why: 'by the end of the seventh day, in Tết too',
      },
      { at: '2025-12-28 03:00', due: '2026-01-05 00:00', why: 'over the end of the year' },
    ],
  },
  {
    id: 'C-25.2a/report',
    profile: 'haiphong',
    deadline: 'incidentReport',
    cases: [
      {
        at: '2026-08-31 23:30',
        due: '2026-09-01 23:30',
        why: 'from a swapped day off into a holiday',
      },
      { at: '2026-12-31 13:00', due: '2027-01-01 13:00', why: 'hours, not working hours' },
    ],
  },
]
