import type { KeyObject } from 'node:crypto'
import { createClock } from './createClock.ts'
import type { Clock } from './createClock.ts'
import { createPlayer } from './createPlayer.ts'
import type { Store } from './fileStore.ts'
import { judge } from './judge.ts'
import { createReporter } from './createReporter.ts'
import { createStaging } from './createStaging.ts'
import { forgetInactive, forgetOld } from './memory.ts'
import type { Memory } from './memory.ts'
import { obey, refuse } from './obey.ts'
import type { Command, Envelope, Message, Recent } from './protocol.ts'
import type { Speaker } from './speaker.ts'
import type { StageMedia } from './stageMedia.ts'
import { hubKeyOf, verifyEnvelope } from './verifyEnvelope.ts'

/** What a device is made of. */
export type DeviceParts = {
  code: string
  privateKey: KeyObject
  hubKeys: readonly KeyObject[]
  store: Store
  speaker: Speaker
  stage: StageMedia
  clock?: Clock
  firmware?: string
  /** @default 15 */
  heartbeatSeconds?: number
  /** Brings a report to the hub. @returns what the hub answers at once, if the transport answers */
  send: (report: Envelope & { device: string }) => Promise<Envelope[]>
  log: (line: string) => void
  /** For who watches devices: what this one was told, before it judges. */
  onMessage?: (message: Message) => void
}

/** A running device. */
export type Device = {
  /**
   * Takes what came over any transport. Throws when the hub did not sign it.
   *
   * @param isReminder it is repeated for devices that have just started: who knows it says nothing
   */
  take: (envelope: Envelope, isReminder?: boolean) => Promise<void>
  /** Reports now: at the start, when the transport is back, at each heartbeat. */
  beat: () => Promise<void>
  stop: () => void
}

/** Starts a device: it remembers what it was doing, says that it is there, and asks what it has missed. */
export const createDevice = async (parts: DeviceParts): Promise<Device> => {
  const { code, store, speaker, log, clock = createClock() } = parts
  const memory = await store.load()
  recover(memory)
  let hubKeys = memory.hubKeys?.map(hubKeyOf) ?? parts.hubKeys
  const passed = new Set<string>()
  let turn = Promise.resolve()
  let saving = Promise.resolve()

  const save = () => {
    const saved = saving.then(() => {
      forgetOld(memory)
      return store.save(memory)
    })
    saving = saved.catch(() => undefined) // told to its own caller
    return saved
  }
  /** A storage that fails makes no alarm silent. */
  const saveIfPossible = () => save().catch((error: unknown) => log(`not saved: ${String(error)}`))
  const take = async (envelope: Envelope, isReminder = false): Promise<void> => {
    const message = verifyEnvelope(envelope, hubKeys)
    memory.heardAt = Math.max(memory.heardAt ?? 0, envelope.timestamp * 1000)
    parts.onMessage?.(message)
    const work = turn.then(() => act(message, envelope, isReminder))
    turn = work.catch(() => undefined) // told to its own caller
    await work
  }
  const reporter = createReporter({ parts, memory, clock, take })
  const { soon } = reporter
  const player = createPlayer({ memory, clock, speaker, save: saveIfPossible, onChange: soon })
  const onStaged = () => {
    soon()
    player.look()
  }
  const staging = createStaging({ memory, clock, stage: parts.stage, log, save, onStaged })

  const act = async (message: Message, envelope: Envelope, isReminder: boolean): Promise<void> => {
    if (message.kind === 'clock') {
      clock.learn(message)
      soon()
    } else if (message.kind === 'setup') {
      if (message.device !== code || message.number <= (memory.setup?.number ?? 0)) return
      memory.setup = message
      if (message.hubKeys) {
        memory.hubKeys = message.hubKeys
        hubKeys = message.hubKeys.map(hubKeyOf)
      }
      if (message.isActive) for (const id of forgetInactive(memory)) passed.add(id)
      await save()
      reporter.want(passed)
      passed.clear()
      soon()
    } else if (message.kind === 'recent') findGaps(message)
    else await carryOut(message, envelope, isReminder)
  }
  const findGaps = ({ dispatches }: Recent) => {
    const lacking = dispatches.map(({ id }) => id)
    reporter.want(lacking.filter((id) => !memory.items[id] && !passed.has(id)))
  }
  const carryOut = async (command: Command, envelope: Envelope, isReminder: boolean) => {
    const now = clock.now()
    const isClockSure = clock.isSure()
    const verdict = judge({ memory, command, envelope, code, now, isClockSure, isReminder })
    if (verdict === 'ignore') passed.add(command.id)
    if (verdict === 'ask') {
      reporter.ask()
      reporter.want([command.id])
    }
    if (verdict === 'ignore' || verdict === 'ask' || (verdict === 'known' && isReminder)) return
    if (verdict === 'known') repeat(memory, command.id)
    else if (verdict === 'obey') {
      const silenced = obey(memory, command, now)
      if (command.kind === 'cancel') log(`CANCEL ${command.title}`)
      await save()
      if (silenced) player.silence(silenced)
      void staging.stage(command)
    } else {
      refuse(memory, command, now, verdict.refuse)
      await save()
    }
    soon()
  }

  const seconds = parts.heartbeatSeconds ?? 15
  const spreadMs = seconds * 1000 * (0.9 + Math.random() / 5)
  const beats = setInterval(() => void reporter.beat(), spreadMs)
  for (const item of Object.values(memory.items)) void staging.stage(item.command)
  player.look()
  return {
    take,
    beat: reporter.beat,
    stop: () => {
      clearInterval(beats)
      staging.stop()
      reporter.stop()
      player.stop()
    },
  }
}

/** What was playing when the power went is gone on with, once. */
const recover = (memory: Memory) => {
  for (const item of Object.values(memory.items)) {
    if (item.state === 'playing') item.state = 'interrupted'
  }
}

/** The hub has not heard what it should have: it is told again, under the same numbers. */
const repeat = (memory: Memory, id: string) => {
  for (const one of memory.items[id]?.receipts ?? []) {
    const key = `${id} ${one.eventId}`
    if (!memory.unsent.includes(key)) memory.unsent.push(key)
  }
}
