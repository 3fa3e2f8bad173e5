import type { Item, Memory } from './memory.ts'
import { note } from './memory.ts'
import type { Command } from './protocol.ts'

/**
 * Takes a command into the memory: it takes the place of what the chain had waiting or playing; a cancellation leaves
 * nothing. A cancellation of what the device never had is remembered all the same.
 *
 * @returns the item of what is playing and must be silent now
 */
export const obey = (memory: Memory, command: Command, now: Date): Item | undefined => {
  const isCancelled = command.kind === 'cancel'
  memory.chains[command.chain] = { number: command.number, isCancelled }
  let silenced: Item | undefined
  for (const item of Object.values(memory.items)) {
    if (item.command.chain !== command.chain || !isOpen(item)) continue
    if (item.state === 'playing') silenced = item
    item.state = 'stopped'
    note(memory, item, { kind: 'stopped', at: now, detail: command.id, seconds: item.heard })
  }
  const item: Item = { command, state: isCancelled ? 'played' : 'staging', heard: 0, receipts: [] }
  memory.items[command.id] = item
  note(memory, item, { kind: 'received', at: now })
  if (isCancelled) note(memory, item, { kind: 'played', at: now, seconds: 0 })
  return silenced
}

/** Remembers a command only to say why it is not carried out. */
export const refuse = (memory: Memory, command: Command, now: Date, reason: string): void => {
  const item: Item = { command, state: 'refused', heard: 0, receipts: [] }
  memory.items[command.id] = item
  note(memory, item, { kind: 'refused', at: now, detail: reason })
}

/** Whether it may still sound. */
export const isOpen = (item: Item): boolean =>
  item.state === 'staging' ||
  item.state === 'waiting' ||
  item.state === 'playing' ||
  item.state === 'interrupted'
