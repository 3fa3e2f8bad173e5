import type { Query } from '#kit/admin/query.ts'

/** How a clock stands. */
export const clockStates = ['open', 'late', 'paused', 'ended', 'endedLate'] as const
export type ClockState = (typeof clockStates)[number]

/** Which clocks are asked for. */
export type ClockFilter = {
  state?: ClockState | undefined
  obligation?: string | undefined
  owner?: string | undefined
  /** Words of the title. */
  text?: string | undefined
  /** Due before this instant. */
  dueBefore?: Date | undefined
}

/** What the address of a list of clocks asks for. */
export const clockFilterOf = (query: Query): ClockFilter => ({
  state: clockStates.find((one) => one === query.get('state')),
  obligation: query.get('obligation'),
  owner: query.get('owner'),
  text: query.get('q'),
})

/** The filter as it stands in addresses. */
export const queryOfClocks = (filter: ClockFilter): string => {
  const query = new URLSearchParams()
  if (filter.state) query.set('state', filter.state)
  if (filter.obligation) query.set('obligation', filter.obligation)
  if (filter.owner) query.set('owner', filter.owner)
  if (filter.text) query.set('q', filter.text)
  return query.toString()
}
