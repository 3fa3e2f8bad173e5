import type { Clock } from './createClock.ts'
import type { DeviceParts } from './createDevice.ts'
import { heartbeat } from './heartbeat.ts'
import { unsentReceipts } from './memory.ts'
import type { Memory } from './memory.ts'
import type { Envelope, Report } from './protocol.ts'
import { WrongTime } from './reportOverHttp.ts'
import { signReport } from './signReport.ts'
import { rawKeyOf } from './verifyEnvelope.ts'

/** Says what the device has to say, and asks for what it lacks. */
export type Reporter = {
  /** There is something to say: it is sent with what else comes up in the next moment. */
  soon: (ms?: number) => void
  /** Asks for dispatches it has missed. */
  want: (ids: Iterable<string>) => void
  /** Asks for the hub's time and the device's own standing. */
  ask: () => void
  /** Reports at once, with a heartbeat. */
  beat: () => Promise<void>
  stop: () => void
}

const SOON_MS = 10
const AGAIN_MS = [500, 1000, 2000, 5000, 10_000]
const MOST_RECEIPTS = 150
const MOST_WANTED = 20

/**
 * Reports one after another. What cannot be sent stays, and is tried again later and later.
 *
 * @param options.take is given what the hub answers
 */
export const createReporter = (options: {
  parts: DeviceParts
  memory: Memory
  clock: Clock
  take: (envelope: Envelope) => Promise<void>
}): Reporter => {
  const { parts, memory, clock, take } = options
  const hubKeys = () => memory.hubKeys ?? parts.hubKeys.map(rawKeyOf)
  const missed = new Set<string>()
  let isAsking = true
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let isSending = false
  let isEnded = false

  const soon = (ms = SOON_MS) => {
    if (isEnded) return
    timer ??= setTimeout(() => {
      timer = undefined
      void report(false)
    }, ms)
  }
  const report = async (isBeat: boolean): Promise<void> => {
    const sent = memory.unsent.slice(0, MOST_RECEIPTS)
    if (isSending || isEnded) return
    if (!isBeat && sent.length === 0 && missed.size === 0 && !isAsking) return
    isSending = true
    const wanted = [...missed].slice(0, MOST_WANTED)
    try {
      await send({ isBeat, sent, wanted })
    } catch (error) {
      if (error instanceof WrongTime) await take(error.clock).catch(() => undefined) // as any other
      parts.log(`not reported: ${error instanceof Error ? error.message : String(error)}`)
      failures += 1
      isAsking = true
    } finally {
      isSending = false
    }
    if (failures > 0) soon(AGAIN_MS[Math.min(failures, AGAIN_MS.length) - 1])
    else if (memory.unsent.length > 0 || missed.size > 0) soon()
  }
  const send = async (what: { isBeat: boolean; sent: string[]; wanted: string[] }) => {
    const { isBeat, sent, wanted } = what
    const saying: Report = {
      v: 1,
      receipts: unsentReceipts({ ...memory, unsent: sent }),
      ...(isBeat ? { heartbeat: heartbeat(memory, clock, hubKeys(), parts.firmware) } : {}),
      ...(wanted.length > 0 ? { want: wanted } : {}),
      ...(isAsking || isBeat ? { nonce: clock.ask() } : {}),
    }
    const answers = await parts.send(signReport(parts, saying, clock.now()))
    for (const key of sent) memory.unsent.splice(memory.unsent.indexOf(key), 1)
    for (const id of wanted) missed.delete(id)
    isAsking = false
    failures = 0
    for (const one of answers) await take(one).catch(() => undefined) // others may be good
  }
  return {
    soon,
    want: (ids) => {
      for (const id of ids) missed.add(id)
      if (missed.size > 0) soon()
    },
    ask: () => {
      isAsking = true
      soon()
    },
    beat: () => report(true),
    stop: () => {
      isEnded = true
      clearTimeout(timer)
    },
  }
}
