import { setTimeout as pause } from 'node:timers/promises'
import type { Command } from './protocol.ts'

/** What makes the sound. */
export type Speaker = {
  /**
   * Plays a command from a second on, until its end or until `signal`.
   *
   * @param onHeard is told each second how much has sounded
   * @returns the seconds that sounded in all, and whether that was all of it
   */
  play: (
    command: Command,
    from: number,
    signal: AbortSignal,
    onHeard: (seconds: number) => void,
  ) => Promise<{ seconds: number; isWhole: boolean }>
}

/** Syllables a minute that a Vietnamese announcer speaks. */
const SYLLABLES_A_MINUTE = 200

/** How long a command sounds, in seconds. */
export const secondsOf = (command: Command): number =>
  command.media.find((one) => one.seconds !== undefined)?.seconds ??
  Math.max(1, ((command.spokenText ?? command.text).split(/\s+/).length / SYLLABLES_A_MINUTE) * 60)

/**
 * A loudspeaker that prints instead of speaking.
 *
 * @param speed how much faster than a human voice
 */
export const printingSpeaker = (print: (line: string) => void, speed = 1): Speaker => ({
  play: async (command, from, signal, onHeard) => {
    const whole = secondsOf(command)
    print(`${command.kind.toUpperCase()} ${command.title}${from > 0 ? ' (goes on)' : ''}`)
    const begun = performance.now()
    const heard = () => Math.min(whole, from + ((performance.now() - begun) / 1000) * speed)
    const timer = setInterval(() => onHeard(heard()), 1000 / speed)
    try {
      await pause(((whole - from) * 1000) / speed, undefined, { signal })
      return { seconds: whole, isWhole: true }
    } catch {
      return { seconds: heard(), isWhole: false }
    } finally {
      clearInterval(timer)
    }
  },
})
