import type { Row } from './row.ts'

/** Citizens’ questions (P-13.1e). */
export const questionRows: readonly Row[] = [
  {
    id: 'P-13.1e.1/forward',
    deadline: 'questionForward',
    cases: [
      { at: '2026-02-13 20:15', due: '2026-02-24 17:00', why: 'the Friday evening before Tết' },
      { at: '2025-01-24 20:15', due: '2025-02-04 17:00', why: 'the same of 2025' },
      { at: '2026-01-07 08:00', due: '2026-01-09 17:00', why: 'a plain week' },
      {
        at: '2026-08-20 23:59',
        due: '2026-08-22 17:00',
        why: 'a worked Saturday is the second day',
      },
    ],
  },
  {
    id: 'P-13.1e.2/outscope',
    deadline: 'questionOutOfScope',
    cases: [
      { at: '2026-02-13 09:00', due: '2026-02-13 17:00', why: 'received in the morning' },
      { at: '2026-02-13 12:30', due: '2026-02-13 17:00', why: 'received at lunch' },
      {
        at: '2026-02-13 17:00',
        due: '2026-02-23 17:00',
        why: 'received as offices close before Tết',
      },
      { at: '2026-08-22 10:00', due: '2026-08-22 17:00', why: 'a worked Saturday' },
      { at: '2026-11-24 10:00', due: '2026-11-25 17:00', why: 'Culture Day' },
      { at: '2025-11-24 10:00', due: '2025-11-24 17:00', why: 'no holiday yet in 2025' },
    ],
  },
  {
    id: 'P-13.1e.3/answer',
    deadline: 'questionAnswer',
    cases: [
      { at: '2026-02-13 20:15', due: '2026-03-13 17:00', why: 'the Friday evening before Tết' },
      { at: '2025-01-24 20:15', due: '2025-02-21 17:00', why: 'the same of 2025' },
      {
        at: '2026-11-09 09:00',
        due: '2026-12-01 17:00',
        why: 'over Culture Day and a month’s end',
      },
      {
        at: '2025-11-10 09:00',
        due: '2025-12-01 17:00',
        why: 'without Culture Day one weekday later',
      },
    ],
  },
]
