import mqtt from 'mqtt'
import type { MqttClient } from 'mqtt'
import type { Envelope, Setup } from './protocol.ts'

const ROOT = 'coloa/v1'

/**
 * Connects to the broker: commands for this device, and, as soon as its setup says so, those of its areas and groups. The
 * session is kept, so that what comes while the device is away waits for it; a last will tells when it is gone.
 *
 * @param options.take is given every message, told apart by nothing but its signature
 * @param options.onConnect is told when it is there, or there again
 */
export const listenMqtt = (options: {
  url: string
  code: string
  take: (envelope: Envelope, isReminder?: boolean) => Promise<void>
  onConnect: () => void
  log: (line: string) => void
}) => {
  const { code } = options
  const mine = `${ROOT}/devices/${code}`
  const presence = (isUp: boolean) => JSON.stringify({ device: code, isUp })
  const client = mqtt.connect(options.url, {
    clientId: `device-${code}`,
    protocolVersion: 4,
    clean: false,
    reconnectPeriod: 1000,
    will: {
      topic: `${mine}/presence`,
      payload: Buffer.from(presence(false)),
      qos: 1,
      retain: true,
    },
  })
  let topics: string[] = [`${mine}/commands`, `${mine}/setup`]
  client.on('error', (error) => options.log(`broker: ${error.message}`))
  client.on('connect', () => {
    client.publish(`${mine}/presence`, presence(true), { qos: 1, retain: true })
    client.subscribe(topics, { qos: 1 }, () => options.onConnect())
  })
  client.on('message', (topic, payload) => {
    if (payload.length === 0) return // an emergency that is over
    const isReminder = topic.includes('/emergency/')
    take(payload.toString('utf8'), isReminder).catch((error: unknown) => options.log(String(error)))
  })
  // Whatever somebody publishes, a forged signature or no JSON, ends in a line of the log.
  const take = async (text: string, isReminder: boolean) =>
    options.take(JSON.parse(text) as Envelope, isReminder)
  return {
    /** Subscribes to what a setup names. */
    follow: (setup: Setup) => {
      const wanted = topicsOf(setup)
      const added = wanted.filter((one) => !topics.includes(one))
      topics = [...topics, ...added]
      if (added.length > 0 && client.connected) client.subscribe(added, { qos: 1 })
    },
    send: sendBy(client, `${mine}/reports`),
    stop: () => client.endAsync(true),
  }
}

/** Topics of a device's areas and groups. */
export const topicsOf = ({ areas, groups }: Pick<Setup, 'areas' | 'groups'>): string[] => [
  ...areas.flatMap((code) => [
    `${ROOT}/areas/${code}/commands`,
    `${ROOT}/areas/${code}/recent`,
    `${ROOT}/areas/${code}/emergency/+`,
  ]),
  ...groups.map((code) => `${ROOT}/groups/${code}/commands`),
]

/** A report is with the hub when the broker has it; what is lost there the next heartbeat names. */
const sendBy =
  (client: MqttClient, topic: string) =>
  async (report: Envelope): Promise<Envelope[]> => {
    if (!client.connected) throw new Error('the broker is not connected')
    await client.publishAsync(topic, JSON.stringify(report), { qos: 1 })
    return []
  }
