import type { Envelope, ReceiptKind, Report } from '#src/examples/device/protocol.ts'

/** What a fleet has told of one dispatch: how many devices of each kind of receipt, and how soon. */
type Heard = {
  byKind: Map<ReceiptKind, Set<string>>
  playingMs: number[]
  /** The events of each device with which it began, and with which something cut in. */
  turns: Map<string, { playing: Set<string>; interrupted: Set<string> }>
}

/** Counts what simulated devices report. */
export const createTally = () => {
  const heard = new Map<string, Heard & { since: number; title: string }>()
  return {
    /** A dispatch as some device was told of it. */
    begin: (id: string, title: string, issuedAt: number): void => {
      if (!heard.has(id))
        heard.set(id, {
          byKind: new Map(),
          playingMs: [],
          turns: new Map(),
          since: issuedAt,
          title,
        })
    },
    /** A report that a device sends. */
    add: (envelope: Envelope & { device: string }): void => {
      const { receipts } = JSON.parse(envelope.body) as Report
      for (const one of receipts) {
        const found = heard.get(one.dispatch)
        if (!found) continue
        const devices = found.byKind.get(one.kind) ?? new Set()
        found.byKind.set(one.kind, devices)
        const turns = found.turns.get(envelope.device) ?? {
          playing: new Set(),
          interrupted: new Set(),
        }
        found.turns.set(envelope.device, turns)
        if (one.kind === 'playing' || one.kind === 'interrupted') turns[one.kind].add(one.eventId)
        if (devices.has(envelope.device)) continue
        devices.add(envelope.device)
        if (one.kind === 'playing') found.playingMs.push(Date.parse(one.at) - found.since)
      }
    },
    /** How often a device began what it had begun before, and nothing had cut in. */
    twice: (): number =>
      [...heard.values()]
        .flatMap(({ turns }) => [...turns.values()])
        .filter(({ playing, interrupted }) => playing.size > interrupted.size + 1).length,
    /** One line for each dispatch. */
    lines: (): string[] =>
      [...heard.values()].map(({ title, byKind, playingMs }) => {
        const counts = [...byKind].map(([kind, devices]) => `${kind} ${devices.size}`)
        const sorted = [...playingMs].sort((a, b) => a - b)
        const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0
        const times = sorted.length > 0 ? ` · p50 ${at(0.5)} ms, p99 ${at(0.99)} ms to sound` : ''
        return `${title}: ${counts.join(', ')}${times}`
      }),
  }
}

/** A count. */
export type Tally = ReturnType<typeof createTally>
