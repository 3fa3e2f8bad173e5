import type { StatisticsRow } from './readStatistics.ts'

/** The figures of a row, in the order they are shown and taken along. */
export const statisticsColumns = [
  'bulletins',
  'dispatches',
  'targets',
  'received',
  'played',
  'proven',
  'failed',
  'refused',
  'minutes',
  'drills',
] as const satisfies readonly (keyof StatisticsRow)[]
