import type { Clock } from './createClock.ts'
import type { Item, Memory } from './memory.ts'
import { note } from './memory.ts'
import { nextLookAt, nextStep } from './programme.ts'
import type { Speaker } from './speaker.ts'

/** Plays the programme of a memory. */
export type Player = {
  /** Looks what is to be done now. */
  look: () => void
  /** Makes what is playing silent at once. */
  silence: (item: Item) => void
  stop: () => void
}

/** No timer of Node is longer; it is looked at again then. */
const LONGEST_MS = 60_000

/**
 * Carries the programme out. Every change is on disk before it can be heard: after a power cut the rest of an alarm is
 * played, and nothing twice.
 *
 * @param options.save brings the memory to disk
 * @param options.onChange is told that there is something to report
 */
export const createPlayer = (options: {
  memory: Memory
  clock: Clock
  speaker: Speaker
  save: () => Promise<void>
  onChange: () => void
}): Player => {
  const { memory, clock, speaker, save, onChange } = options
  let current: { item: Item; silence: AbortController } | undefined
  let timer: NodeJS.Timeout | undefined
  let isEnded = false

  const look = () => {
    clearTimeout(timer)
    if (isEnded) return
    const step = nextStep(memory, clock.now())
    if (step?.do === 'interrupt') interrupt(step.item, step.by)
    else if (step && !current) void play(step.item, step.do)
    const at = nextLookAt(memory)
    if (!at) return
    const ms = Math.max(20, Math.min(LONGEST_MS, at.getTime() - clock.now().getTime()))
    if (!current || at > clock.now()) timer = setTimeout(look, ms)
  }
  const interrupt = (item: Item, by: Item) => {
    item.state = 'interrupted'
    note(memory, item, { kind: 'interrupted', at: clock.now(), detail: by.command.id })
    onChange()
    silence(item)
  }
  const silence = (item: Item) => {
    if (current?.item === item) current.silence.abort()
  }
  const play = async (item: Item, how: 'start' | 'resume') => {
    const playing = { item, silence: new AbortController() }
    current = playing
    item.state = 'playing'
    const kind = how === 'resume' && item.heard > 0 ? 'resumed' : 'playing'
    note(memory, item, { kind, at: clock.now() })
    await save()
    onChange()
    const { signal } = playing.silence
    const played = await speaker.play(item.command, item.heard, signal, (seconds) => {
      item.heard = seconds
      void save()
    })
    item.heard = played.seconds
    // Only what nobody stopped or cut has come to its end.
    if (item.state === 'playing' && played.isWhole) {
      item.state = 'played'
      note(memory, item, { kind: 'played', at: clock.now(), seconds: played.seconds })
    }
    current = undefined
    if (isEnded) return
    await save()
    onChange()
    look()
  }
  return {
    look,
    silence,
    stop: () => {
      isEnded = true
      clearTimeout(timer)
      current?.silence.abort()
    },
  }
}
