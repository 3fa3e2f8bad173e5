import { stormError } from '../stormError.ts'

/** No emergency is in force for longer at one go; it is prolonged instead. */
const LONGEST_MS = 7 * 86_400_000

/** An end lies ahead of when it goes out, and not further than a week. @throws PortalError already_over */
export const demandAhead = (expiresAt: string, at: Date): void => {
  const left = Date.parse(expiresAt) - at.getTime()
  if (!(left > 0 && left <= LONGEST_MS)) throw stormError('already_over', { field: 'expiresAt' })
}
