/** What the web server takes of update-sla. */
export { acknowledgePages } from './acknowledge/acknowledgePages.tsx'
export { demandTick } from './demandTick.ts'
