import type { Agent } from 'undici'
import { guardedAgent } from '#kit/guardedAgent.ts'
import type { AddressRules } from '#kit/addressRules.ts'

/** An agent looks through all its origins when one of them ends; ten thousand of them are shared out. */
const AGENTS = 128

/** A connection for one call. */
export type Line = { agent: Agent; free: () => void }

/**
 * Connections to devices, one for each call under way to a host: a call never waits behind another that hangs, and a gateway
 * that speaks for many devices is called as often at once as there are agents. Each agent keeps one connection to a host, which
 * takes a third of the memory of a pool for each.
 */
export const createLines = (options: { mayDial: AddressRules; timeoutMs: number }) => {
  const agents = Array.from({ length: AGENTS }, () => guardedAgent({ ...options, connections: 1 }))
  /** By host the places taken, counted from the host's first agent. */
  const taken = new Map<string, Set<number>>()

  const take = (host: string): Line => {
    const places = taken.get(host) ?? new Set<number>()
    taken.set(host, places)
    let place = 0
    while (places.has(place)) place += 1
    places.add(place)
    return {
      agent: agents[(numberOf(host) + place) % AGENTS] as Agent, // one for each remainder
      free: () => {
        places.delete(place)
        if (places.size === 0) taken.delete(host)
      },
    }
  }
  return {
    take,
    stop: async (): Promise<void> => {
      await Promise.all(agents.map((one) => one.destroy()))
    },
  }
}

/** The same for the same text. */
const numberOf = (text: string): number => {
  let sum = 0
  for (let n = 0; n < text.length; n += 1) sum = (sum * 31 + text.charCodeAt(n)) >>> 0
  return sum
}
