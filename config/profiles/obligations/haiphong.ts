import type { Obligation } from '#domain/sla/obligation.ts'
import { cyberSecurity } from './cyberSecurity.ts'
import { portal } from './hanoi.ts'
import type { Readings } from './readings.ts'
import { supplyQuotas } from './supplyQuotas.ts'

/**
 * Hải Phòng: its source-information system (H) and cybersecurity (C). Its portal has no regulation yet; windows and times
 * are those of Hà Nội until it has, reports are not.
 */
export const haiphongObligations = (readings: Readings): Obligation[] => [
  ...portal(readings),
  ...supplyQuotas('unit:van-hoa-the-thao'),
  ...cyberSecurity(readings),
]
