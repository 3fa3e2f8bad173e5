import type { Clock } from './createClock.ts'
import { rungOf } from './memory.ts'
import type { Memory } from './memory.ts'
import type { Report } from './protocol.ts'

const MOST_RECENT = 5

/** How the device is, and how far it has come with its last commands: a receipt that was lost is made good by it. */
export const heartbeat = (
  memory: Memory,
  clock: Clock,
  hubKeys: string[],
  firmware = 'coloa-example 1.0',
): Report['heartbeat'] => {
  const items = Object.values(memory.items).sort((a, b) => b.command.number - a.command.number)
  return {
    playing: items.find((one) => one.state === 'playing')?.command.id ?? null,
    volume: 80,
    storageFree: 1e9,
    firmware,
    offsetMs: Math.round(clock.offsetMs()),
    hubKeys,
    recent: items
      .slice(0, MOST_RECENT)
      .map((one) => ({ dispatch: one.command.id, rung: rungOf(one) })),
  }
}
