import { addEndpoints, compose } from '#kit/compose.ts'
import { plugin } from '#kit/plugin.ts'
import { formsEndpoints } from './forms/formsEndpoints.ts'
import { formsSteps } from './forms/formsScreens.ts'
import { checkCollections } from './install/checkCollections.ts'
import { keepProgramme } from './programme/options.ts'
import { programmeEndpoints } from './programme/programmeEndpoints.ts'
import { programmeScreens } from './programme/programmeScreens.ts'
import { keepOptions } from './options.ts'
import type { DispatchOptions } from './options.ts'
import { registryEndpoints } from './registry/registryEndpoints.ts'
import { registryScreens } from './registry/registryScreens.ts'
import { statisticsEndpoints } from './statistics/statisticsEndpoints.ts'
import { statisticsScreens } from './statistics/statisticsScreens.ts'
import { stormEndpoints } from './storm/stormEndpoints.ts'
import { keepStormOptions } from './storm/stormOptions.ts'
import { stormScreens } from './storm/stormScreens.ts'

export type { FormRule, FormsOptions, ProposalRule, SizeHint } from './forms/formsOptions.ts'
export type { Voice } from './forms/voice/voice.ts'
export { installIssuers } from './install/installIssuers.ts'
export { installTables } from './install/installTables.ts'
export type { DispatchOptions } from './options.ts'
export type { ProgrammeOptions } from './programme/options.ts'
export type { Registers } from './registers.ts'
export type { DispatchRights, Duty } from './rights.ts'
export { demandEmergency } from './storm/issue/demandEmergency.ts'
export { demandLawfulBulletin } from './storm/issue/demandLawful.ts'
export { demandWithdrawal } from './storm/issue/demandWithdrawal.ts'
export type { StormOptions } from './storm/stormOptions.ts'

/** Released bulletins to radio stations, loudspeakers and boards, and what became of each. */
export const dispatch = (options: DispatchOptions = {}) => {
  keepOptions(options)
  if (options.programme) keepProgramme(options.programme)
  keepStormOptions(options.storm)
  return plugin(
    { slug: 'dispatch', order: 40 },
    compose(
      checkCollections(options),
      addEndpoints(
        ...formsEndpoints,
        ...programmeEndpoints,
        ...registryEndpoints,
        ...statisticsEndpoints,
        ...stormEndpoints,
      ),
      options.forms ? formsSteps : (config) => config,
      programmeScreens,
      registryScreens,
      stormScreens,
      statisticsScreens,
    ),
  )
}
