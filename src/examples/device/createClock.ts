import { randomUUID } from 'node:crypto'
import type { ClockAnswer } from './protocol.ts'

/** The device's clock, set right by what the hub says. */
export type Clock = {
  now: () => Date
  /** How far the device's own clock is ahead, in ms. */
  offsetMs: () => number
  /** Whether the hub has told its time since the device started. */
  isSure: () => boolean
  /** A question to be put into the next report. */
  ask: () => string
  /** Takes an answer to a question that was asked; others are passed over. */
  learn: (answer: ClockAnswer) => void
}

/** @param raw the device's own clock: right, wrong by days, or in 1970 */
export const createClock = (raw: () => number = Date.now): Clock => {
  let offsetMs = 0
  let isSure = false
  let asked: string | undefined
  return {
    now: () => new Date(raw() - offsetMs),
    offsetMs: () => offsetMs,
    isSure: () => isSure,
    ask: () => (asked ??= randomUUID()),
    learn: (answer) => {
      if (answer.nonce !== asked) return
      offsetMs = raw() - Date.parse(answer.now)
      isSure = true
      asked = undefined
    },
  }
}
