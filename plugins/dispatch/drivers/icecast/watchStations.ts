/** What a station said happened; its word only, for nobody signs it. */
export type StationEvent = {
  kind: 'playing' | 'played' | 'stopped' | 'expired'
  dispatchId: string
  at: Date
}

/** Follows stations while something of ours is on its way to their listeners. */
export type StationWatch = {
  /** Looks at a station until it is through with a dispatch, or until `until`. */
  follow: (station: { address: string; deviceId: number }, dispatchId: string, until: Date) => void
  stop: () => void
}

const LAST_WORDS = new Set(['played', 'stopped', 'expired'])
const LINE = /^(\d+) (playing|played|stopped|expired) ([0-9a-f-]{36}) (\d+(?:\.\d*)?)$/

type Followed = {
  station: { address: string; deviceId: number }
  last: number
  open: Map<string, number>
}

/**
 * Asks stations for what happened, each every `everyMs` while something is open there. It begins with everything a station
 * still knows: what a killed process did not hear is heard by the next.
 *
 * @param options.ask gives `coloa.events <n>` to a station
 * @param options.take keeps what a station said, the same however often
 */
export const watchStations = (options: {
  ask: (address: string, last: number) => Promise<string[]>
  take: (deviceId: number, event: StationEvent) => Promise<void>
  onFault: (error: unknown) => void
  everyMs: number
}): StationWatch => {
  const followed = new Map<string, Followed>()
  const known = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const look = async () => {
    await Promise.all(
      [...followed].map(async ([address, one]) => {
        try {
          await hear(options, address, one)
        } catch (error) {
          options.onFault(error) // the next round asks again
        }
        known.set(address, one.last)
        for (const [id, until] of one.open) if (until < Date.now()) one.open.delete(id)
        if (one.open.size === 0) followed.delete(address)
      }),
    )
    timer = undefined
    arm()
  }
  const arm = () => {
    if (isStopped || timer || followed.size === 0) return
    timer = setTimeout(() => void look(), options.everyMs)
    timer.unref()
  }
  return {
    follow: (station, dispatchId, until) => {
      const one = followed.get(station.address) ?? {
        station,
        last: known.get(station.address) ?? 0,
        open: new Map<string, number>(),
      }
      one.open.set(dispatchId, until.getTime())
      followed.set(station.address, one)
      arm()
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

const hear = async (
  options: Parameters<typeof watchStations>[0],
  address: string,
  one: Followed,
): Promise<void> => {
  const lines = await options.ask(address, one.last)
  const counted = Number(/^= (\d+)$/.exec(lines[0] ?? '')?.[1] ?? one.last)
  // A station that was started anew counts anew.
  const fresh = counted < one.last ? await options.ask(address, 0) : lines
  for (const line of fresh) {
    const [, number, kind, dispatchId = '', at] = LINE.exec(line) ?? []
    if (!kind) continue
    await options.take(one.station.deviceId, {
      kind: kind as StationEvent['kind'],
      dispatchId,
      at: new Date(Number(at) * 1000),
    })
    one.last = Number(number)
    if (LAST_WORDS.has(kind)) one.open.delete(dispatchId)
  }
  one.last = Math.max(counted, 0)
}
