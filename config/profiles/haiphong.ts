import { label } from '#kit/label.ts'
import { hanoi } from './hanoi.ts'
import type { Profile } from './types.ts'

/**
 * Hải Phòng: draft regulation on the source-information system (clauses H). It has no regulation on the portal of its own
 * yet; the portal's rules are those of Hà Nội until it has.
 */
export const haiphong: Profile = {
  ...hanoi,
  code: 'haiphong',
  cityName: label('Thành phố Hải Phòng', 'Hải Phòng City'),
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
  collisionDecider: 'communeChair',
}
