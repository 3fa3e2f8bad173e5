export { workingDays } from '#config/profiles/workingDays.ts'
