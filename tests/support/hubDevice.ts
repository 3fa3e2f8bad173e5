import { setTimeout as pause } from 'node:timers/promises'
import { createClock } from '../../src/examples/device/createClock.ts'
import { createDevice } from '../../src/examples/device/createDevice.ts'
import type { DeviceParts } from '../../src/examples/device/createDevice.ts'
import { passingStore } from '../../src/examples/device/fileStore.ts'
import { listenHttp } from '../../src/examples/device/listenHttp.ts'
import { listenMqtt } from '../../src/examples/device/listenMqtt.ts'
import { reportOverHttp } from '../../src/examples/device/reportOverHttp.ts'
import { printingSpeaker } from '../../src/examples/device/speaker.ts'
import { hubKeyOf } from '../../src/examples/device/verifyEnvelope.ts'
import type { Message } from '../../src/examples/device/protocol.ts'
import { deviceKey } from './dispatchHub.ts'
import type { DispatchHub, HubDevice } from './dispatchHub.ts'
import { freePort } from './startApp.ts'

/**
 * Installs a reference device at a hub and starts it in this process.
 *
 * @param options.channel http, mqtt or pull
 * @param options.more other parts, such as a clock that is wrong
 */
export const startHubDevice = async (
  hub: DispatchHub,
  options: {
    code: string
    channel?: 'http' | 'mqtt' | 'pull'
    unit?: string
    mqttUrl?: string
    alternate?: HubDevice['alternate']
    more?: Partial<DeviceParts>
    clockErrorMs?: number
    key?: ReturnType<typeof deviceKey>
    port?: number
    isInstalled?: boolean
  },
) => {
  const { code, channel = 'http', key = deviceKey(), clockErrorMs = 0 } = options
  const port = options.port ?? (await freePort())
  if (!options.isInstalled) {
    await hub.install([
      {
        code,
        channel,
        address: `http://127.0.0.1:${port}/`,
        publicKey: key.publicKey,
        ...(options.unit ? { unit: options.unit } : {}),
        ...(options.alternate ? { alternate: options.alternate } : {}),
      },
    ])
  }
  const heard: string[] = []
  const messages: Message[] = []
  let send: DeviceParts['send'] = reportOverHttp(hub.url)
  let follow: (message: Message) => void = () => undefined
  const device = await createDevice({
    code,
    privateKey: key.privateKey,
    hubKeys: [hubKeyOf(hub.key.publicKey)],
    store: passingStore(),
    speaker: printingSpeaker((line) => heard.push(line), 20),
    stage: () => Promise.resolve(),
    clock: createClock(() => Date.now() + clockErrorMs),
    heartbeatSeconds: 1,
    log: () => undefined,
    send: (report) => send(report),
    onMessage: (message) => {
      messages.push(message)
      follow(message)
    },
    ...options.more,
  })
  const ends: (() => Promise<unknown> | void)[] = [() => device.stop()]
  if (channel === 'http') {
    const server = await listenHttp({ port, take: device.take })
    ends.push(() => {
      server.closeAllConnections()
      server.close()
    })
    await device.beat()
  } else if (channel === 'mqtt') {
    await new Promise<void>((resolve) => {
      const link = listenMqtt({
        url: options.mqttUrl ?? hub.env.mqttUrl ?? '',
        code,
        take: device.take,
        onConnect: () => void device.beat().then(resolve),
        log: () => undefined,
      })
      follow = (message) => {
        if (message.kind === 'setup') link.follow(message)
      }
      send = link.send
      ends.push(() => link.stop())
    })
    while (!messages.some(({ kind }) => kind === 'setup')) await pause(20)
  } else await device.beat()
  return {
    code,
    key,
    port,
    device,
    heard,
    messages,
    stop: async () => {
      for (const end of ends) await end()
    },
  }
}
