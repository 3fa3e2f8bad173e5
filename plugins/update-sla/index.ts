import { addEndpoints, compose } from '#kit/compose.ts'
import { plugin } from '#kit/plugin.ts'
import { keepClaims } from './claims/keepClaims.ts'
import { adminScreens } from './adminScreens.ts'
import { slaEndpoints } from './endpoints/slaEndpoints.ts'
import { keepOptions } from './options.ts'
import type { UpdateSlaOptions } from './options.ts'

export type { ActSource, ClockBadge, ClockClaim, ClockSource, UpdateSlaOptions } from './options.ts'
export { enterEvent } from './clocks/enterEvent.ts'
export { extendClock } from './clocks/extendClock.ts'
export { markDone } from './clocks/markDone.ts'
export { pauseClock } from './clocks/pauseClock.ts'
export { resumeClock } from './clocks/resumeClock.ts'
export { installSla } from './install/installSla.ts'
export { reviseObligation } from './obligations/reviseObligation.ts'

/** The clocks of the law, kept for every site; so far its update windows (P-13.2). */
export const updateSla = (options: UpdateSlaOptions) => {
  keepOptions(options)
  return plugin(
    { slug: 'update-sla', order: 20 },
    compose(addEndpoints(...slaEndpoints), adminScreens(options), keepClaims(options.sources)),
  )
}
