import { setTimeout as pause } from 'node:timers/promises'
import { reportOverHttp } from '../../../../src/examples/device/reportOverHttp.ts'
import { createDevice } from '../../../../src/examples/device/createDevice.ts'
import { passingStore } from '../../../../src/examples/device/fileStore.ts'
import { listenHttp } from '../../../../src/examples/device/listenHttp.ts'
import { printingSpeaker } from '../../../../src/examples/device/speaker.ts'
import { hubKeyOf } from '../../../../src/examples/device/verifyEnvelope.ts'
import { deviceKey } from '#tests/support/dispatchHub.ts'
import { freePort } from '#tests/support/startApp.ts'
import type { Port } from './openPort.ts'

/** The reference device as a horn of the port: called over HTTP, reporting over HTTP. */
export const startHorn = async ({ hub }: Pick<Port, 'hub'>, code: string) => {
  const { privateKey, publicKey } = deviceKey()
  const number = await freePort()
  const heard: string[] = []
  let isActive = false
  const device = await createDevice({
    code,
    privateKey,
    hubKeys: [hubKeyOf(hub.key.publicKey)],
    store: passingStore(),
    speaker: printingSpeaker((line) => heard.push(line), 20),
    stage: () => Promise.resolve(),
    heartbeatSeconds: 1,
    log: () => undefined,
    send: reportOverHttp(hub.url),
    onMessage: (message) => {
      if (message.kind === 'setup') ({ isActive } = message)
    },
  })
  const server = await listenHttp({ port: number, take: device.take })
  return {
    publicKey,
    address: `http://127.0.0.1:${number}/`,
    heard,
    /** Until it has heard from the hub that it is on the air: with the answer to its next heartbeat. */
    activated: async () => {
      while (!isActive) await pause(20)
    },
    stop: () => {
      device.stop()
      server.closeAllConnections()
      server.close()
    },
  }
}
