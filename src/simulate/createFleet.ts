import type { KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import mqtt from 'mqtt'
import { createDevice } from '#src/examples/device/createDevice.ts'
import type { Device } from '#src/examples/device/createDevice.ts'
import { passingStore } from '#src/examples/device/fileStore.ts'
import { topicsOf } from '#src/examples/device/listenMqtt.ts'
import type { Envelope, Message, Setup } from '#src/examples/device/protocol.ts'
import { reportOverHttp } from '#src/examples/device/reportOverHttp.ts'
import { secondsOf } from '#src/examples/device/speaker.ts'
import type { Speaker } from '#src/examples/device/speaker.ts'
import type { Tally } from './createTally.ts'

/** Devices that share a connection to the broker, as those behind one gateway do. */
const DEVICES_A_CONNECTION = 250
const HEARTBEAT_SECONDS = 60

/** Many reference devices in one process. */
export type Fleet = {
  /** Where the hub calls a device. */
  urlOf: (code: string) => string
  /** Has every device say that it is there, and waits until each knows that it is in service. */
  begin: () => Promise<void>
  stop: () => Promise<void>
}

type FleetParts = {
  hubUrl: string
  hubKeys: readonly KeyObject[]
  /** Undefined: the hub calls them over HTTP. */
  mqttUrl: string | undefined
  devices: readonly { code: string; privateKey: KeyObject }[]
  tally: Tally
}

/** Starts a fleet; each device is the reference device whole, without a disk and with a silent loudspeaker. */
export const createFleet = async (parts: FleetParts): Promise<Fleet> => {
  const devices = new Map<string, Device>()
  const standings = new Map<string, boolean>()
  const ends: (() => Promise<unknown> | void)[] = []
  const overHttp = reportOverHttp(parts.hubUrl)
  const watch = (message: Message) => {
    if ('id' in message)
      parts.tally.begin(message.id, message.title, Date.parse(message.effectiveAt))
  }
  const make = async (
    one: FleetParts['devices'][number],
    send: (report: Envelope & { device: string }) => Promise<Envelope[]>,
    onSetup: (setup: Setup) => void,
  ) => {
    const device = await createDevice({
      ...one,
      hubKeys: parts.hubKeys,
      store: passingStore(),
      speaker: silent,
      stage: () => Promise.resolve(),
      heartbeatSeconds: HEARTBEAT_SECONDS,
      log: () => undefined,
      send: (report) => {
        parts.tally.add(report)
        return send(report)
      },
      onMessage: (message) => {
        watch(message)
        if (message.kind !== 'setup') return
        standings.set(one.code, message.isActive)
        onSetup(message)
      },
    })
    devices.set(one.code, device)
    return device
  }
  let port = 0
  if (parts.mqttUrl) {
    for (let n = 0; n < parts.devices.length; n += DEVICES_A_CONNECTION) {
      const group = parts.devices.slice(n, n + DEVICES_A_CONNECTION)
      ends.push(await connectGroup(parts.mqttUrl, group, make))
    }
  } else {
    const server = createServer((req, res) => {
      const code = decodeURIComponent((req.url ?? '/').slice(1))
      readText(req)
        .then((body) => devices.get(code)?.take(envelopeOf(req.headers, body)))
        .then(() => res.writeHead(204).end())
        .catch((error: unknown) => res.writeHead(400).end(String(error)))
    })
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', 4096, resolve)
    })
    port = (server.address() as AddressInfo).port
    ends.push(() => {
      server.closeAllConnections()
      server.close()
    })
    for (const one of parts.devices) await make(one, overHttp, () => undefined)
  }
  return {
    begin: async () => {
      await beatInTurn([...devices.values()])
      while ([...devices.keys()].some((code) => !standings.get(code))) await pause(100)
    },
    urlOf: (code) => `http://127.0.0.1:${port}/${encodeURIComponent(code)}`,
    stop: async () => {
      for (const device of devices.values()) device.stop()
      for (const end of ends) await end()
    },
  }
}

type Make = (
  one: FleetParts['devices'][number],
  send: (report: Envelope & { device: string }) => Promise<Envelope[]>,
  onSetup: (setup: Setup) => void,
) => Promise<Device>

/** One connection for a group: what is for an area goes to each device that belongs there. */
const connectGroup = async (url: string, group: FleetParts['devices'], make: Make) => {
  const client = await mqtt.connectAsync(url, { protocolVersion: 4, clean: true })
  const byTopic = new Map<string, Set<Device>>()
  const follow = (device: Device, topics: readonly string[]) => {
    const added = topics.filter((one) => !byTopic.has(one))
    for (const topic of topics) byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(device))
    if (added.length > 0) client.subscribe(added, { qos: 1 })
  }
  client.on('message', (topic, payload) => {
    if (payload.length === 0) return
    const envelope = JSON.parse(payload.toString('utf8')) as Envelope
    const filter = topic.includes('/emergency/') ? topic.replace(/[^/]+$/, '+') : topic
    for (const device of byTopic.get(filter) ?? []) device.take(envelope).catch(() => undefined) // not for it
  })
  for (const one of group) {
    const mine = `coloa/v1/devices/${one.code}`
    const made: { device?: Device } = {}
    made.device = await make(
      one,
      async (report) => {
        await client.publishAsync(`${mine}/reports`, JSON.stringify(report), { qos: 1 })
        return []
      },
      (setup) => {
        if (made.device && setup.device === one.code) follow(made.device, topicsOf(setup))
      },
    )
    follow(made.device, [`${mine}/commands`, `${mine}/setup`])
  }
  return () => client.endAsync(true)
}

/** They do not all say at one moment that they are there. */
const beatInTurn = async (devices: readonly Device[]) => {
  for (let n = 0; n < devices.length; n += 100)
    await Promise.all(devices.slice(n, n + 100).map((one) => one.beat()))
}

const silent: Speaker = {
  play: (command, from, signal) =>
    new Promise((resolve) => {
      const whole = secondsOf(command)
      const timer = setTimeout(
        () => resolve({ seconds: whole, isWhole: true }),
        (whole - from) * 1000,
      )
      signal.addEventListener(
        'abort',
        () => {
          clearTimeout(timer)
          resolve({ seconds: from, isWhole: false })
        },
        { once: true },
      )
    }),
}

const readText = async (req: AsyncIterable<unknown>): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const envelopeOf = (headers: NodeJS.Dict<string | string[]>, body: string): Envelope => ({
  id: String(headers['webhook-id']),
  timestamp: Number(headers['webhook-timestamp']),
  signature: String(headers['webhook-signature']),
  body,
})
