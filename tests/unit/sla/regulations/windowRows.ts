import type { Row } from './row.ts'

const city = ['08:00–09:30', '13:00–14:30', '18:00–22:00']
const component = ['08:00–10:00', '13:00–15:00']

/** When sites owe something new (P-13.2). */
export const windowRows: readonly Row[] = [
  { id: 'P-13.2a.1/freq', count: 3, of: 'cityWindows' },
  {
    id: 'P-13.2a.1/windows',
    windows: 'city',
    cases: [
      { day: '2026-11-23', open: city, why: 'a working day' },
      { day: '2026-11-24', open: city, why: 'Culture Day, the evening too' },
      { day: '2026-02-17', open: city, why: 'the first day of Tết' },
      { day: '2025-04-30', open: city, why: '30 April' },
      { day: '2026-11-22', open: city, why: 'a Sunday' },
    ],
  },
  { id: 'P-13.2b.1/freq', count: 2, of: 'componentWindows' },
  {
    id: 'P-13.2b.1/windows',
    windows: 'component',
    cases: [
      { day: '2026-11-23', open: component, why: 'a working day' },
      { day: '2026-11-24', open: [], why: 'Culture Day' },
      { day: '2025-11-24', open: component, why: 'a Monday of 2025' },
      { day: '2026-02-17', open: [], why: 'Tết' },
      { day: '2026-01-02', open: [], why: 'a swapped day off' },
      { day: '2026-01-10', open: component, why: 'the Saturday worked for it' },
      { day: '2025-04-26', open: component, why: 'the Saturday worked for 2 May' },
      { day: '2026-04-25', open: [], why: 'a Saturday, without a swap at 30 April 2026' },
      { day: '2026-04-27', open: [], why: 'in lieu of Hùng Kings’ Day on a Sunday' },
      { day: '2026-08-31', open: [], why: 'swapped for Saturday 22 August' },
    ],
  },
]
