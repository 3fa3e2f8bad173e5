import type { Obligation } from '#domain/sla/obligation.ts'
import { content } from './content.ts'
import { ethnicReports } from './ethnicReports.ts'
import { operations, weeklyCopy } from './operations.ts'
import { portalReports } from './portalReports.ts'
import type { Readings } from './readings.ts'
import { windows } from './windows.ts'

/** The portal of Hà Nội (P), its source-information system (S) and its data on ethnic affairs (E). */
export const hanoiObligations = (readings: Readings): Obligation[] => [
  ...portal(readings),
  ...portalReports(readings),
  ...operations(readings),
  ...ethnicReports,
]

/** What is owed on every portal, whoever runs it: windows, times by kind of content, copies. */
export const portal = (readings: Readings): Obligation[] => [
  ...windows(readings),
  ...content(readings),
  weeklyCopy,
]
