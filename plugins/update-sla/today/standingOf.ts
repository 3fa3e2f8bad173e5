import type { SiteToday } from './readToday.ts'

/** How a site stands today, the worst of its windows: `kept` when none is missed or open. */
export const standingOf = ({ windows }: SiteToday): 'missed' | 'open' | 'kept' => {
  if (windows.some(({ state }) => state === 'missed')) return 'missed'
  return windows.some(({ state }) => state === 'open') ? 'open' : 'kept'
}

/** Trouble first. */
export const byStanding = (sites: readonly SiteToday[]): SiteToday[] => {
  const ranks = { missed: 0, open: 1, kept: 2 }
  return sites.toSorted((a, b) => ranks[standingOf(a)] - ranks[standingOf(b)])
}
