import { createHash } from 'node:crypto'

const ROOT = 'coloa/v1'

/** Topics of the protocol; devices and hub agree on nothing else. */
export const topics = {
  commandsOfDevice: (code: string) => `${ROOT}/devices/${code}/commands`,
  setupOf: (code: string) => `${ROOT}/devices/${code}/setup`,
  reportsOf: (code: string) => `${ROOT}/devices/${code}/reports`,
  presenceOf: (code: string) => `${ROOT}/devices/${code}/presence`,
  commandsOf: (area: { kind: 'area' | 'group'; code: string }) =>
    `${ROOT}/${area.kind}s/${area.code}/commands`,
  recentOf: (areaCode: string) => `${ROOT}/areas/${areaCode}/recent`,
  /** Retained: the emergency of one chain in an area. */
  emergencyOf: (areaCode: string, chain: string) =>
    `${ROOT}/areas/${areaCode}/emergency/${createHash('sha256').update(chain).digest('hex').slice(0, 16)}`,
  allReports: `${ROOT}/devices/+/reports`,
  allPresence: `${ROOT}/devices/+/presence`,
} as const
