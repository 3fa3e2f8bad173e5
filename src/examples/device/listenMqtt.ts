import mqtt from 'mqtt'
import type { DeviceConfig } from './config.ts'
import type { Player, Report } from './player.ts'
import { signReceipt } from './signReceipt.ts'
import type { Envelope } from './verify.ts'

/** Takes messages from the broker and reports through it. The session is kept: what comes while it is away waits there. */
export const listenMqtt = async (
  config: DeviceConfig,
  url: string,
  player: Player,
): Promise<void> => {
  const topic = `coloa/v1/${config.unit}/${config.code}`
  const client = await mqtt.connectAsync(url, { clientId: config.code, clean: false })
  const report = async (deliveryId: string, one: Report) => {
    const receipt = JSON.stringify(signReceipt(config, deliveryId, one))
    await client.publishAsync(`${topic}/receipts`, receipt, { qos: 1 })
  }
  client.on('message', (_topic, payload) => {
    const envelope = JSON.parse(payload.toString('utf8')) as Envelope
    player(envelope, report).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
    })
  })
  await client.subscribeAsync(`${topic}/commands`, { qos: 1 })
  process.stdout.write(`subscribed to ${topic}/commands\n`)
}
