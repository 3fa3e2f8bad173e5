import type { Kind, Lane } from './claimed.ts'

/** A place that an attempt holds until it ends. */
export type Place = {
  /** It has not been answered soon: it goes where waiting delays nobody, if there is room. */
  makeSlow: () => void
  free: () => void
}

/** How many attempts may be under way, by lane. */
export type PlaceLimits = {
  fresh: Record<Lane, number>
  /** For devices that failed the last time, are away or have not confirmed. */
  doubtful: Record<Lane, number>
  /** For whatever has not been answered soon. */
  slow: Record<Lane, number>
}

/**
 * Places of attempts in one process. Each lane has its own, and within a lane devices that answer never stand behind those
 * that do not: an attempt that is not answered soon leaves its place for a larger room.
 *
 * @param onFree is told where a place has become free
 */
export const createPlaces = (limits: PlaceLimits, onFree: (lane: Lane) => void) => {
  const used = {
    fresh: { 0: 0, 1: 0, 2: 0 },
    doubtful: { 0: 0, 1: 0, 2: 0 },
    slow: { 0: 0, 1: 0, 2: 0 },
  }
  const take = (lane: Lane, kind: Kind): Place => {
    let room: keyof typeof used = roomOf(kind)
    used[room][lane] += 1
    return {
      makeSlow: () => {
        if (room === 'slow' || used.slow[lane] >= limits.slow[lane]) return
        used[room][lane] -= 1
        used.slow[lane] += 1
        room = 'slow'
        onFree(lane)
      },
      free: () => {
        used[room][lane] -= 1
        onFree(lane)
      },
    }
  }
  return {
    take,
    freeOf: (lane: Lane, kind: Kind): number =>
      limits[roomOf(kind)][lane] - used[roomOf(kind)][lane],
    /** Whether attempts of a lane are under way that may be answered at any moment. */
    isBrisk: (lane: Lane): boolean => used.fresh[lane] > 0,
  }
}

/** Places of one process. */
export type Places = ReturnType<typeof createPlaces>

const roomOf = (kind: Kind): 'fresh' | 'doubtful' => (kind === 'fresh' ? 'fresh' : 'doubtful')
