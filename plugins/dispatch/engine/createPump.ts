import type { Logger } from 'pino'
import type { Kind, Lane } from './claimed.ts'
import { createPlaces } from './places.ts'
import type { PlaceLimits, Places } from './places.ts'

const MOST_CLAIMED = 500

const KINDS: readonly Kind[] = ['fresh', 'doubtful', 'unconfirmed']

/** Takes up what is due where there are places for it. */
export type Pump = {
  places: Places
  /** Something may be due. */
  look: (lane: Lane, kind: Kind) => void
  end: () => void
}

/**
 * Decides when a process takes up more, and how much: never more than it has places for, in good portions where much waits,
 * and while emergencies go out nothing else.
 *
 * @param options.take takes up to so many and starts them. @returns how many there were
 */
export const createPump = (options: {
  limits: PlaceLimits
  logger: Logger
  take: (lane: Lane, kind: Kind, limit: number) => Promise<number>
}): Pump => {
  const { limits, logger } = options
  /** Where the last claim was full: more may wait. */
  const more = new Map<string, [Lane, Kind]>()
  const pumping = new Set<string>()
  let isEnding = false

  const places = createPlaces(limits, (lane) => {
    for (const kind of KINDS) {
      const wanted = Math.min(MOST_CLAIMED, limits[kind === 'fresh' ? kind : 'doubtful'][lane])
      if (more.has(keyOf(lane, kind)) && places.freeOf(lane, kind) >= wanted / 4) look(lane, kind)
    }
    // What waited for emergencies goes on.
    if (lane === 0 && !places.isBrisk(0)) for (const one of more.values()) look(...one)
  })
  const isItsTurn = (lane: Lane) => lane === 0 || !places.isBrisk(0)

  const look = (lane: Lane, kind: Kind) => {
    const key = keyOf(lane, kind)
    if (isEnding) return
    if (pumping.has(key)) {
      more.set(key, [lane, kind])
      return
    }
    pumping.add(key)
    take(lane, kind)
      .catch((error: unknown) => logger.warn({ err: error }, 'dispatch: cannot take what is due'))
      .finally(() => {
        pumping.delete(key)
        if (more.has(key) && places.freeOf(lane, kind) > 0 && isItsTurn(lane)) look(lane, kind)
      })
  }
  const take = async (lane: Lane, kind: Kind) => {
    const key = keyOf(lane, kind)
    const limit = Math.min(MOST_CLAIMED, places.freeOf(lane, kind))
    if (limit <= 0 || !isItsTurn(lane)) {
      more.set(key, [lane, kind])
      return
    }
    more.delete(key)
    if ((await options.take(lane, kind, limit)) === limit) more.set(key, [lane, kind])
  }
  return {
    places,
    look,
    end: () => {
      isEnding = true
    },
  }
}

const keyOf = (lane: Lane, kind: Kind): string => `${lane} ${kind}`
