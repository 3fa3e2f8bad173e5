import { readFile, rename, writeFile } from 'node:fs/promises'
import type { DeviceConfig } from './config.ts'
import { verify } from './verify.ts'
import type { Envelope } from './verify.ts'

/** What a device reports back. */
export type Report = { kind: 'received' | 'playing' | 'played' | 'refused'; detail?: string }

/** Takes an envelope, plays it once however often it comes, and tells what it did. */
export type Player = (
  envelope: Envelope,
  report: (deliveryId: string, one: Report) => Promise<void>,
) => Promise<void>

/**
 * A loudspeaker that prints instead of speaking. What it has played is on disk before it plays, so that a message which
 * comes again after a power cut stays silent.
 */
export const createPlayer = async (config: DeviceConfig): Promise<Player> => {
  const played = new Set(await readState(config.stateFile))
  return async (envelope, report) => {
    const command = verify(envelope, config.hubKey, new Date())
    const tell = (one: Report) => report(command.deliveryId, one)
    await tell({ kind: 'received' })
    if (command.expiresAt !== null && Date.parse(command.expiresAt) <= Date.now()) {
      await tell({ kind: 'refused', detail: 'expired' })
      return
    }
    if (!played.has(command.deliveryId)) {
      played.add(command.deliveryId)
      await writeState(config.stateFile, [...played])
      process.stdout.write(`${command.kind.toUpperCase()} ${command.title}\n`)
    }
    await tell({ kind: 'playing' })
    await tell({ kind: 'played' })
  }
}

const readState = async (file: string): Promise<string[]> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as string[]
  } catch {
    return []
  }
}

const writeState = async (file: string, ids: string[]): Promise<void> => {
  await writeFile(`${file}.new`, JSON.stringify(ids.slice(-1000)))
  await rename(`${file}.new`, file)
}
