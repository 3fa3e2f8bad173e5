import type { Clock } from './createClock.ts'
import { note } from './memory.ts'
import type { Memory } from './memory.ts'
import type { Command } from './protocol.ts'
import type { StageMedia } from './stageMedia.ts'

const AGAIN_MS = 10_000
/** An alarm waits no longer for its files: it is read out. */
const PATIENCE_MS = 2000

/** Fetches the files of commands when they come, long before they are played, and again until it has them. */
export const createStaging = (options: {
  memory: Memory
  clock: Clock
  stage: StageMedia
  log: (line: string) => void
  save: () => Promise<void>
  /** What an alarm waits for its files. @default 2000 */
  patienceMs?: number
  /** There is something to play, and to tell. */
  onStaged: () => void
}): { stage: (command: Command) => Promise<void>; stop: () => void } => {
  const { memory, clock, save, onStaged } = options
  let isEnded = false

  const stage = async (command: Command): Promise<void> => {
    const item = memory.items[command.id]
    if (!item || item.state !== 'staging') return
    try {
      await (isUrgent(command, clock.now())
        ? within(options.stage(command.media), options.patienceMs ?? PATIENCE_MS)
        : options.stage(command.media))
      if (item.state !== 'staging') return
      item.state = 'waiting'
      if (isLater(command, clock.now()) || command.media.length > 0)
        note(memory, item, { kind: 'staged', at: clock.now() })
      await save()
    } catch (error) {
      options.log(`not staged: ${error instanceof Error ? error.message : String(error)}`)
      // An alarm whose sound cannot be had is read out.
      if (command.priority === 'emergency') item.state = 'waiting'
      else if (!isEnded) setTimeout(() => void stage(command), AGAIN_MS)
    }
    onStaged()
  }
  return {
    stage,
    stop: () => {
      isEnded = true
    },
  }
}

const isUrgent = (command: Command, now: Date): boolean =>
  command.priority === 'emergency' && !isLater(command, now)

const within = (work: Promise<void>, ms: number): Promise<void> => {
  let timer: NodeJS.Timeout
  const patience = new Promise<void>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('its files take too long')), ms)
  })
  return Promise.race([work, patience]).finally(() => clearTimeout(timer))
}

/** Whether there is time between staging it and playing it. */
const isLater = (command: Command, now: Date): boolean =>
  Date.parse(command.effectiveAt) > now.getTime() + 1000
