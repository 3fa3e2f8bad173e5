import type { Item, Memory } from './memory.ts'
import { note } from './memory.ts'

const rank = { emergency: 0, priority: 1, normal: 2 } as const

/** What the loudspeaker does next. */
export type Step =
  | { do: 'start' | 'resume'; item: Item }
  /** `by` comes after it. */
  | { do: 'interrupt'; item: Item; by: Item }
  | undefined

/**
 * The next step of the programme: emergencies before priority items before normal ones; what is due and higher cuts in; what
 * was cut goes on before what has not begun. What has expired is not begun, and not gone on with.
 */
export const nextStep = (memory: Memory, now: Date): Step => {
  dropExpired(memory, now)
  const items = Object.values(memory.items)
  const playing = items.find((one) => one.state === 'playing')
  const due = items
    .filter((one) => one.state === 'interrupted' || one.state === 'waiting')
    .filter((one) => Date.parse(one.command.effectiveAt) <= now.getTime())
    .sort(byTurn)[0]
  if (!due) return undefined
  if (!playing) return { do: due.state === 'waiting' ? 'start' : 'resume', item: due }
  return rankOf(due) < rankOf(playing) ? { do: 'interrupt', item: playing, by: due } : undefined
}

/** When the programme is to be looked at again; undefined when nothing is planned. */
export const nextLookAt = (memory: Memory): Date | undefined => {
  const times = Object.values(memory.items)
    .filter((one) => one.state === 'waiting' || one.state === 'interrupted')
    .map((one) => Date.parse(one.command.effectiveAt))
  return times.length > 0 ? new Date(Math.min(...times)) : undefined
}

const dropExpired = (memory: Memory, now: Date) => {
  for (const item of Object.values(memory.items)) {
    const isWaiting =
      item.state === 'waiting' || item.state === 'interrupted' || item.state === 'staging'
    const { expiresAt } = item.command
    if (!isWaiting || expiresAt === null || Date.parse(expiresAt) > now.getTime()) continue
    item.state = 'stopped'
    note(memory, item, { kind: 'stopped', at: now, detail: 'expired', seconds: item.heard })
  }
}

const rankOf = (item: Item): number => rank[item.command.priority]

const byTurn = (a: Item, b: Item): number =>
  rankOf(a) - rankOf(b) ||
  Number(a.state === 'waiting') - Number(b.state === 'waiting') ||
  Date.parse(a.command.effectiveAt) - Date.parse(b.command.effectiveAt) ||
  a.command.number - b.command.number
