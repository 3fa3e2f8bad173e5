import { slaError } from '../errors.ts'
import { writeAdjustment } from './writeAdjustment.ts'
import type { NewAdjustment } from './writeAdjustment.ts'

/**
 * Gives a clock a later due time, counted as an extension.
 *
 * @throws extension_not_later, and what writeAdjustment throws
 */
export const extendClock = ({
  until,
  ...adjustment
}: NewAdjustment & { until: Date }): Promise<{ clock: number }> =>
  writeAdjustment(adjustment, { kind: 'extend', until }, ({ dueAt }) => {
    if (!(until > dueAt) || !(until > adjustment.now)) throw slaError('extension_not_later')
  })
