import { crossPostingError } from '../errors.ts'
import { maxHops } from '../proposals/openProposals.ts'
import type { CheckedItem } from './outsideItem.ts'

/**
 * The logs an item from outside went through before it reaches a log, as the site that hands it in says, that site last.
 *
 * @throws PortalError loop, too_many_hops
 */
export const hopsTo = (handed: { log: string; site: string; item: CheckedItem }): string[] => {
  const { log, site, item } = handed
  const { origin } = item
  const stated = [origin?.site, ...(origin?.hops ?? []), ...(item.hops ?? [])]
  const before = new Set(stated.filter((one) => one !== undefined && one !== site))
  const hops = [...before, site] as string[] // what is not said was left out
  if (hops.includes(log)) throw crossPostingError('loop', { log })
  if (hops.length > maxHops()) throw crossPostingError('too_many_hops', { most: maxHops() })
  return hops
}
