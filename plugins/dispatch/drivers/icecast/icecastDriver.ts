import { createHash } from 'node:crypto'
import type { AddressRules } from '#kit/addressRules.ts'
import type { Driver, Outgoing, Target } from '../driver.ts'
import { HandError } from '../driver.ts'
import { readSnapshot } from '../snapshot.ts'
import type { Snapshot } from '../snapshot.ts'
import { askStation } from './askStation.ts'
import { watchStations } from './watchStations.ts'
import type { StationEvent } from './watchStations.ts'

/** How long a station's word is waited for after an item should be over. */
const PATIENCE_MS = 15 * 60_000
const ASK_TIMEOUT_MS = 5000

/**
 * Speaks through a commune's station (Liquidsoap before Icecast): items go to the queue of their priority, where an
 * emergency cuts in at once and the programme is back by itself. What the station says of playing is kept as its word.
 *
 * @param options.soundOf the address of what is to be heard; null when there is nothing
 * @param options.take keeps what a station said
 */
export const icecastDriver = (options: {
  mayDial: AddressRules
  soundOf?: (snapshot: Snapshot) => Promise<string | null>
  take: (deviceId: number, event: StationEvent) => Promise<void>
  onFault: (error: unknown) => void
  everyMs?: number
}): Driver => {
  const ask = (address: string | null, words: readonly string[], signal: AbortSignal) =>
    askStation({ address, words, signal, mayDial: options.mayDial })
  const watch = watchStations({
    ask: (address, last) =>
      ask(address, ['coloa.events', String(last)], AbortSignal.timeout(ASK_TIMEOUT_MS)),
    take: options.take,
    onFault: options.onFault,
    everyMs: options.everyMs ?? 1000,
  })
  return {
    channel: 'icecast',
    hasReceipts: false,
    hand: async (target, outgoing, signal) => {
      const snapshot = readSnapshot(outgoing.snapshot)
      const words =
        snapshot.kind === 'cancel'
          ? ['coloa.stop', chainOf(snapshot)]
          : pushOf(outgoing, snapshot, await (options.soundOf ?? recorded)(snapshot))
      const [told = ''] = await ask(target.address, words, signal)
      if (!told.startsWith('OK')) throw new HandError(`the station says: ${told.slice(0, 200)}`)
      if (snapshot.kind !== 'cancel')
        watch.follow(stationOf(target), outgoing.dispatchId, until(snapshot))
      return 'accepted'
    },
    stop: async () => watch.stop(),
  }
}

const recorded = async ({ media }: Snapshot): Promise<string | null> =>
  media.find((one) => one.role === 'audio')?.url ?? null

const pushOf = (outgoing: Outgoing, snapshot: Snapshot, sound: string | null): string[] => {
  const url = sound === null ? null : URL.parse(sound)
  if (!url) throw new HandError('there is nothing to be heard: no recording and no voice')
  return [
    'coloa.push',
    snapshot.priority,
    outgoing.dispatchId,
    chainOf(snapshot),
    secondsOf(snapshot.effectiveAt),
    outgoing.expiresAt ? secondsOf(outgoing.expiresAt) : '0',
    url.href,
  ]
}

/** A chain as one word. */
const chainOf = ({ chain }: Snapshot): string =>
  createHash('sha256').update(chain).digest('hex').slice(0, 16)

const stationOf = ({ address, deviceId }: Target) => ({ address: address ?? '', deviceId })

const until = (snapshot: Snapshot): Date => {
  const seconds = snapshot.media.find((one) => one.role === 'audio')?.seconds ?? 0
  const start = Math.max(Date.now(), Date.parse(snapshot.effectiveAt))
  return new Date(start + seconds * 1000 + PATIENCE_MS)
}

const secondsOf = (moment: string | Date): string => (new Date(moment).getTime() / 1000).toFixed(1)
