import type { Query } from '#kit/admin/query.ts'
import { leagueSorts } from './readLeague.ts'
import type { LeagueSort } from './readLeague.ts'

/** The order an address asks for; the lowest rate of windows first otherwise. */
export const leagueOrder = (query: Query): { sort: LeagueSort; isDescending: boolean } => ({
  sort: leagueSorts.find((one) => one === query.get('sort')) ?? 'windowRate',
  isDescending: query.get('dir') === 'desc',
})
