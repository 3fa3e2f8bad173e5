import type { Command, Receipt, ReceiptKind, Setup } from './protocol.ts'

/** Where a command stands on this device. */
export type ItemState =
  'staging' | 'waiting' | 'playing' | 'interrupted' | 'played' | 'stopped' | 'refused'

/** A command and what has become of it. */
export type Item = {
  command: Command
  state: ItemState
  /** Seconds that have sounded. */
  heard: number
  receipts: Receipt[]
}

/** All that a device has to remember, also over a power cut. */
export type Memory = {
  /** By dispatch id. */
  items: Record<string, Item>
  /** The newest number of each chain, and whether that was a cancellation. */
  chains: Record<string, { number: number; isCancelled: boolean }>
  setup: Setup | null
  /** The hub's keys of the newest standing that named any; those of the installation until then. */
  hubKeys?: string[]
  /** The latest time at which the hub has signed something, in ms since 1970. */
  heardAt?: number
  /** Keys of receipts the hub has not got yet. */
  unsent: string[]
}

export const emptyMemory = (): Memory => ({ items: {}, chains: {}, setup: null, unsent: [] })

const rungs: Record<ReceiptKind, number> = {
  received: 2,
  refused: 2,
  stopped: 2,
  staged: 3,
  playing: 4,
  interrupted: 4,
  resumed: 4,
  played: 5,
  proven: 6,
}

/** How far a command has come, as the hub counts: 2 received … 6 proven. */
export const rungOf = (item: Item): number =>
  Math.max(0, ...item.receipts.map((one) => rungs[one.kind]))

/** Adds a receipt that is to be sent. Its time is after that of the one before, so that their order can be read from it. */
export const note = (
  memory: Memory,
  item: Item,
  event: { kind: ReceiptKind; at: Date; detail?: string; seconds?: number },
): void => {
  const { kind, ...more } = event
  const last = Date.parse(item.receipts.at(-1)?.at ?? '')
  const at = new Date(Number.isNaN(last) ? event.at : Math.max(event.at.getTime(), last + 1))
  const eventId = `${kind}-${item.receipts.length + 1}`
  item.receipts.push({ dispatch: item.command.id, ...more, kind, eventId, at: at.toISOString() })
  memory.unsent.push(`${item.command.id} ${eventId}`)
}

/** Receipts that are to be sent. */
export const unsentReceipts = (memory: Memory): Receipt[] =>
  memory.unsent.flatMap((key) => {
    const [id = '', eventId] = key.split(' ')
    return memory.items[id]?.receipts.filter((one) => one.eventId === eventId) ?? []
  })

const MOST_ITEMS = 200

/** Forgets what ended long ago; numbers of chains stay, since they guard against what is old. */
export const forgetOld = (memory: Memory): void => {
  const ended = Object.values(memory.items).filter((one) =>
    ['played', 'stopped', 'refused'].includes(one.state),
  )
  const waiting = new Set(memory.unsent.map((key) => key.split(' ')[0]))
  for (const { command } of ended
    .filter((one) => !waiting.has(one.command.id))
    .sort((a, b) => a.command.number - b.command.number)
    .slice(0, Math.max(0, ended.length - MOST_ITEMS)))
    delete memory.items[command.id]
}

/**
 * Forgets what was refused because the device was out of service, so that it is judged again.
 *
 * @returns its ids
 */
export const forgetInactive = (memory: Memory): string[] => {
  const ids = Object.values(memory.items)
    .filter((one) => one.state === 'refused' && one.receipts.at(-1)?.detail === 'inactive')
    .map((one) => one.command.id)
  for (const id of ids) delete memory.items[id]
  memory.unsent = memory.unsent.filter((key) => !ids.includes(key.split(' ')[0] ?? ''))
  return ids
}
