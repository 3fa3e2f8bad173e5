import type { Row } from './row.ts'

/** Times by kind of content (P-13.1): working days after the day of the event, until offices close. */
export const contentRows: readonly Row[] = [
  {
    id: 'P-13.1b/update',
    deadline: 'policyLaw',
    cases: [
      {
        at: '2025-12-31 09:00',
        due: '2026-01-06 17:00',
        why: '1 and 2 January off, then a weekend',
      },
      { at: '2026-01-08 00:00', due: '2026-01-10 17:00', why: 'the Saturday worked for 2 January' },
      { at: '2025-04-24 00:00', due: '2025-04-26 17:00', why: 'the Saturday worked for 2 May' },
      { at: '2025-11-21 00:00', due: '2025-11-25 17:00', why: '24 November was worked in 2025' },
      {
        at: '2026-11-20 00:00',
        due: '2026-11-25 17:00',
        why: '24 November is a holiday from 2026',
      },
    ],
  },
  {
    id: 'P-13.1c.1/update',
    deadline: 'documentIssuer',
    cases: [
      {
        at: '2026-02-12 00:00',
        due: '2026-02-23 17:00',
        why: 'one working day before Tết, one after',
      },
      { at: '2025-01-24 00:00', due: '2025-02-04 17:00', why: 'the Friday before Tết Ất Tỵ' },
      {
        at: '2025-04-29 00:00',
        due: '2025-05-06 17:00',
        why: '30 April, 1 May and the swapped 2 May',
      },
      {
        at: '2026-04-29 00:00',
        due: '2026-05-05 17:00',
        why: '30 April and 1 May make a long weekend',
      },
      { at: '2026-04-24 00:00', due: '2026-04-29 17:00', why: '27 April in lieu of a Sunday' },
      { at: '2026-11-23 00:00', due: '2026-11-26 17:00', why: 'over Culture Day' },
      {
        at: '2025-01-31 00:00',
        due: '2025-02-04 17:00',
        why: 'issued on a holiday, at a month’s end',
      },
    ],
  },
  {
    id: 'P-13.1c.2/update',
    deadline: 'documentScope',
    cases: [
      {
        at: '2026-08-28 00:00',
        due: '2026-09-09 17:00',
        why: 'the swapped 31 August, then National Day',
      },
      { at: '2026-08-20 00:00', due: '2026-08-26 17:00', why: 'Saturday 22 August is worked' },
      { at: '2025-01-24 00:00', due: '2025-02-07 17:00', why: 'a week of Tết' },
      { at: '2025-08-29 00:00', due: '2025-09-09 17:00', why: '1 and 2 September 2025' },
    ],
  },
  {
    id: 'P-13.1d/update',
    deadline: 'planTender',
    cases: [
      { at: '2026-02-02 10:00', due: '2026-02-23 17:00', why: 'the tenth day falls after Tết' },
      {
        at: '2025-04-14 10:00',
        due: '2025-04-26 17:00',
        why: 'the tenth day is the worked Saturday',
      },
    ],
  },
  {
    id: 'P-13.1f/update',
    deadline: 'programme',
    cases: [
      {
        at: '2026-01-20 15:00',
        due: '2026-02-24 17:00',
        why: 'eighteen days before Tết, two after',
      },
      { at: '2025-12-08 15:00', due: '2026-01-07 17:00', why: 'over the end of the year' },
    ],
  },
  {
    id: 'P-13.1g/update',
    deadline: 'statistics',
    cases: [
      { at: '2026-04-17 08:00', due: '2026-05-06 17:00', why: '27 and 30 April, 1 May' },
      { at: '2025-08-25 08:00', due: '2025-09-10 17:00', why: 'over National Day' },
    ],
  },
  {
    id: 'P-13.1i/update',
    deadline: 'ownerRequest',
    cases: [
      { at: '2026-04-29 16:59', due: '2026-04-29 17:00', why: 'a minute before offices close' },
      { at: '2026-04-30 09:00', due: '2026-05-04 17:00', why: 'asked on a holiday' },
    ],
  },
]
