/** What the web server takes of update-sla. */
export { acknowledgePages } from './acknowledge/acknowledgePages.tsx'
export { createPublicRecord } from './record/createPublicRecord.ts'
export { demandTick } from './demandTick.ts'
export { readVersions } from './obligations/readVersions.ts'
