import type { ObligationOf, WindowTerms } from '#domain/sla/obligation.ts'
import { label } from '#kit/label.ts'
import { windowLadder } from './ladders.ts'
import type { ClockRange, Readings } from './readings.ts'

/** When sites owe something new (P-13.2); no clause gives clock times. */
export const windows = (readings: Readings): ObligationOf<'window'>[] => [
  window(readings, {
    code: 'cityMorning',
    ...city,
    range: readings.cityWindows.morning,
    warnMinutes: 30,
    label: label('Đầu giờ làm việc buổi sáng', 'Start of the morning'),
  }),
  window(readings, {
    code: 'cityAfternoon',
    ...city,
    range: readings.cityWindows.afternoon,
    warnMinutes: 30,
    label: label('Đầu giờ làm việc buổi chiều', 'Start of the afternoon'),
  }),
  window(readings, {
    code: 'cityEvening',
    ...city,
    range: readings.cityWindows.evening,
    warnMinutes: 60,
    label: label('Buổi tối ngoài giờ làm việc', 'Evening, outside office hours'),
  }),
  window(readings, {
    code: 'componentMorning',
    ...component,
    range: readings.componentWindows.morning,
    warnMinutes: 30,
    label: label('Đầu giờ làm việc buổi sáng', 'Start of the morning'),
  }),
  window(readings, {
    code: 'componentAfternoon',
    ...component,
    range: readings.componentWindows.afternoon,
    warnMinutes: 30,
    label: label('Đầu giờ làm việc buổi chiều', 'Start of the afternoon'),
  }),
]

/** Days off and holidays included (P-13.2a.2). */
const city = { clause: 'P-13.2a.1', owes: 'city', days: 'all' } as const
/** On days off encouraged, not owed (P-13.2b.2). */
const component = { clause: 'P-13.2b.1', owes: 'component', days: 'working' } as const

const window = (
  readings: Readings,
  given: Pick<ObligationOf<'window'>, 'code' | 'clause' | 'label'> &
    Pick<WindowTerms, 'owes' | 'days'> & { range: ClockRange; warnMinutes: number },
): ObligationOf<'window'> => ({
  kind: 'window',
  code: given.code,
  clause: given.clause,
  label: given.label,
  reading: label(
    'Quy chế không nêu giờ cụ thể; khung giờ do cơ quan triển khai ấn định.',
    'The regulation gives no clock times; the deploying authority sets them.',
  ),
  owes: given.owes,
  ...given.range,
  days: given.days,
  counts: readings.windowsCount === 'updates' ? ['publish', 'update'] : ['publish'],
  ladder: windowLadder(given.warnMinutes),
})
