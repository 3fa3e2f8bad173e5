import { label } from '#kit/label.ts'
import { haiphongForms, haiphongProposals, haiphongSizes } from './bulletinForms.ts'
import { emergencyReasons, politicalEvents } from './emergencyReasons.ts'
import { sourceInformation } from './flows.ts'
import { hanoi } from './hanoi.ts'
import { haiphongObligations } from './obligations/haiphong.ts'
import { suggestedReadings } from './obligations/readings.ts'
import { haiphongProgramme } from './programme/haiphong.ts'
import { storm } from './storm.ts'
import type { Profile } from './types.ts'

/**
 * Hải Phòng: draft regulation on the source-information system (clauses H). It has no regulation on the portal of its own
 * yet; the portal's rules are those of Hà Nội until it has.
 */
export const haiphong: Profile = {
  ...hanoi,
  code: 'haiphong',
  cityName: label('Thành phố Hải Phòng', 'Hải Phòng City'),
  readings: suggestedReadings,
  obligations: haiphongObligations(suggestedReadings),
  emergencyReasons: [...emergencyReasons('H-12.1.1'), politicalEvents],
  flowRules: [...hanoi.flowRules, { collection: 'bulletins', flow: sourceInformation }],
  readyFlows: [...hanoi.readyFlows, sourceInformation],
  bulletinTopics: [
    'policy',
    'essential',
    'direction',
    'socioEconomic',
    'culture',
    'security',
    'urgentNews',
    'goodDeeds',
  ],
  programme: haiphongProgramme,
  formsByDevice: haiphongForms,
  bulletinSizes: haiphongSizes,
  requireProposal: haiphongProposals,
  storm: storm({ hasCityOverride: true }),
}
