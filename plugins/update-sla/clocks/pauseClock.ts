import { slaError } from '../errors.ts'
import { writeAdjustment } from './writeAdjustment.ts'
import type { NewAdjustment } from './writeAdjustment.ts'

/**
 * Lets a clock stand still from now on; what working time was left is left when it runs on.
 *
 * @throws clock_paused, and what writeAdjustment throws
 */
export const pauseClock = (adjustment: NewAdjustment): Promise<{ clock: number }> =>
  writeAdjustment(adjustment, { kind: 'pause' }, ({ isPaused }) => {
    if (isPaused) throw slaError('clock_paused')
  })
