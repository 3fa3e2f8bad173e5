import { slaError } from '../errors.ts'
import { writeAdjustment } from './writeAdjustment.ts'
import type { NewAdjustment } from './writeAdjustment.ts'

/**
 * Lets a paused clock run on from now.
 *
 * @throws clock_not_paused, and what writeAdjustment throws
 */
export const resumeClock = (adjustment: NewAdjustment): Promise<{ clock: number }> =>
  writeAdjustment(adjustment, { kind: 'resume' }, ({ isPaused }) => {
    if (!isPaused) throw slaError('clock_not_paused')
  })
