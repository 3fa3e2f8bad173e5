import type { Memory } from './memory.ts'
import type { Command, Envelope } from './protocol.ts'

/** What is to be done with a command. */
export type Verdict =
  | 'obey'
  /** It has it already, and tells again what it knows. */
  | 'known'
  /** Not meant for this device: nothing is said. */
  | 'ignore'
  /** It cannot be sure; it asks the hub for a fresh one. */
  | 'ask'
  | { refuse: 'expired' | 'stale' | 'inactive' | 'clock' }

const TOLERANCE_MS = 300_000
const SURE_MS = 60_000

/**
 * Whether a command that was signed long ago may be believed: an emergency left with the broker, whose hub has been away since.
 * Its end bounds how long somebody can repeat it, and a clock that is behind its signature is wrong.
 */
const isKept = (command: Command, signedAt: number, now: number): boolean =>
  command.priority === 'emergency' &&
  command.kind !== 'cancel' &&
  command.expiresAt !== null &&
  signedAt <= now + TOLERANCE_MS

/**
 * Judges a command whose signature is good. Decides on what the device remembers alone, so that the same message, whenever
 * and however often it comes, has no second effect.
 */
export const judge = (options: {
  memory: Memory
  command: Command
  envelope: Pick<Envelope, 'timestamp'>
  code: string
  now: Date
  isClockSure: boolean
  /** It came under `emergency/`, where it is left for devices that start during it. */
  isReminder?: boolean
}): Verdict => {
  const { memory, command, code, now } = options
  if (memory.items[command.id]) return 'known'
  const signedAt = options.envelope.timestamp * 1000
  const driftMs = Math.abs(signedAt - now.getTime())
  const isLate = driftMs > TOLERANCE_MS
  if (!memory.setup) return 'ask'
  if (isLate && !(options.isReminder && isKept(command, signedAt, now.getTime()))) return 'ask'
  if (!isMeant(memory, command, code)) return 'ignore'
  if (command.number < (memory.chains[command.chain]?.number ?? 0)) return { refuse: 'stale' }
  // It cannot be earlier than the hub has said it was.
  const at = isLate ? Math.max(now.getTime(), memory.heardAt ?? 0) : now.getTime()
  if (command.expiresAt !== null && Date.parse(command.expiresAt) <= at)
    return { refuse: 'expired' }
  if (!memory.setup.isActive && command.kind !== 'test' && command.kind !== 'cancel')
    return { refuse: 'inactive' }
  const isScheduled = Date.parse(command.effectiveAt) > now.getTime() + 1000
  if (isScheduled && !options.isClockSure && driftMs > SURE_MS)
    return isLate ? 'ask' : { refuse: 'clock' }
  return 'obey'
}

const isMeant = ({ setup }: Memory, { audience }: Command, code: string): boolean =>
  audience.devices.includes(code) ||
  audience.areas.some((one) => setup?.areas.includes(one)) ||
  audience.groups.some((one) => setup?.groups.includes(one))
