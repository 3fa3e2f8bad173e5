import pg from 'pg'
import type { Pool } from 'pg'
import { readSequences } from './createPublicReader.ts'
import { onOwnRelease } from './knownSequences.ts'

/** What this process knows of the logs' last numbers. */
export type SequenceWatch = {
  /** A key that changes with every release of those logs; of all logs when none is named. */
  version(logs: readonly string[]): { key: string; isTrusted: boolean }
  /** Asks the database, when what is known may be old. */
  refresh(logs: readonly string[]): Promise<string>
  /** A release this process made itself. */
  bump(log: string, seq: number): void
  /** Settles when the first numbers are known. */
  ready: Promise<void>
  stop(): Promise<void>
}

/**
 * Listens for releases and proves twice a second, on the same connection, that it would have heard. When the proof is
 * older than the trust window nothing may be served from memory without asking.
 *
 * @param options.connectionString of a server that sees notifications: the primary
 * @param options.heartbeatMs @default 500
 * @param options.trustMs @default 1200
 */
export const createSequenceWatch = (options: {
  connectionString: string
  pool: Pool
  heartbeatMs?: number
  trustMs?: number
}): SequenceWatch => {
  const { heartbeatMs = 500, trustMs = 1200 } = options
  const known = new Map<string, number>()
  let total = 0
  let trustedUntil = 0
  let isStopped = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  const bump = (log: string, seq: number) => {
    const before = known.get(log) ?? 0
    if (seq <= before) return
    known.set(log, seq)
    total += seq - before
  }
  const learn = (numbers: Map<string, number>) => numbers.forEach((seq, log) => bump(log, seq))
  const keyOf = (logs: readonly string[]) =>
    logs.length === 0 ? `all.${total}` : logs.map((log) => known.get(log) ?? 0).join('.')

  const connect = async () => {
    const next = new pg.Client({
      connectionString: options.connectionString,
      application_name: 'coloa watch',
      connectionTimeoutMillis: 5_000,
      query_timeout: trustMs,
    })
    next.on('error', () => undefined) // the next heartbeat finds out and reconnects
    next.on('notification', ({ payload = '' }) => {
      const cut = payload.lastIndexOf(':')
      bump(payload.slice(0, cut), Number(payload.slice(cut + 1)))
    })
    try {
      await next.connect()
      await next.query('listen release')
    } catch (error) {
      void next.end().catch(() => undefined)
      throw error
    }
    client = next
  }
  const beat = async () => {
    try {
      if (!client) await connect()
      const asked = performance.now()
      if (client) learn(await readSequences(client))
      trustedUntil = asked + trustMs
    } catch {
      const broken = client
      client = undefined
      void broken?.end().catch(() => undefined)
    }
  }
  const run = async (): Promise<void> => {
    await beat()
    if (isStopped) return
    timer = setTimeout(() => void run(), heartbeatMs)
    timer.unref()
  }
  const ready = run()
  const forget = onOwnRelease(bump)

  return {
    bump,
    ready,
    version: (logs) => ({ key: keyOf(logs), isTrusted: performance.now() < trustedUntil }),
    refresh: async (logs) => {
      learn(await readSequences(options.pool))
      return keyOf(logs)
    },
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      forget()
      await ready
      await client?.end().catch(() => undefined)
    },
  }
}
