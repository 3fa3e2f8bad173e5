import mqtt from 'mqtt'
import type { Logger } from 'pino'

/** This process's connection to the broker. */
export type MqttLink = {
  isConnected: () => boolean
  /** Hands a message to the broker; resolves when it says that it has it. */
  publish: (topic: string, text: string, options?: PublishOptions) => Promise<void>
  /** Takes what is published under a filter; of several workers one takes each message where the broker can share. */
  listen: (filter: string, take: (topic: string, text: string) => void) => void
  stop: () => Promise<void>
}

/** How a message is published. */
export type PublishOptions = {
  /** The broker gives it to whoever subscribes later, too. */
  isRetained?: boolean
  /** After it the broker throws it away, where it speaks MQTT 5. */
  expiresAt?: Date | null
  signal?: AbortSignal
}

/** Connects to the broker, by MQTT 5 where it speaks that, else by 3.1.1; comes back by itself. */
export const mqttLink = (options: { url: string; logger: Logger }): MqttLink => {
  const { logger } = options
  const listeners: { filter: string; take: (topic: string, text: string) => void }[] = []
  const client = mqtt.connect(options.url, {
    protocolVersion: 5,
    clean: true,
    reconnectOnConnackError: true,
    reconnectPeriod: 1000,
    queueQoSZero: false,
  })
  const isNew = () => client.options.protocolVersion === 5
  client.on('error', (error) => {
    // A broker of MQTT 3.1.1 says so; everything but the broker's own expiry and sharing works there too.
    if (isOldBroker(error) && isNew()) {
      client.options.protocolVersion = 4
      return
    }
    logger.warn({ err: error }, 'dispatch: the broker refused or was lost')
  })
  const subscribe = (filter: string) => {
    client.subscribe(isNew() ? `$share/coloa/${filter}` : filter, { qos: 1 }, (error) => {
      if (error) logger.error({ err: error, filter }, 'dispatch: cannot subscribe')
    })
  }
  client.on('connect', () => {
    for (const { filter } of listeners) subscribe(filter)
  })
  client.on('message', (topic, payload) => {
    const text = payload.toString('utf8')
    for (const { filter, take } of listeners) if (isUnder(filter, topic)) take(topic, text)
  })
  return {
    isConnected: () => client.connected,
    publish: (topic, text, { isRetained = false, expiresAt, signal } = {}) => {
      // A broker hangs up on whoever publishes to such a topic, and the client would send it again at each return.
      if (/[+#\0]/.test(topic)) throw new Error('a topic with a wildcard is not published to')
      // Queued in this process it would be lost with it, and nobody would know.
      if (!client.connected) throw new Error('the broker is not connected')
      const left = expiresAt ? Math.ceil((expiresAt.getTime() - Date.now()) / 1000) : undefined
      const published = client.publishAsync(topic, text, {
        qos: 1,
        retain: isRetained,
        ...(isNew() && left !== undefined
          ? { properties: { messageExpiryInterval: Math.max(1, left) } }
          : {}),
      })
      return within(published, signal)
    },
    listen: (filter, take) => {
      listeners.push({ filter, take })
      if (client.connected) subscribe(filter)
    },
    stop: async () => {
      await client.endAsync(true)
    },
  }
}

const isOldBroker = (error: unknown): boolean => {
  const { code } = error as { code?: number }
  return code === 1 || code === 132
}

const isUnder = (filter: string, topic: string): boolean => {
  const asked = filter.split('/')
  const given = topic.split('/')
  return (
    asked.length === given.length && asked.every((part, n) => part === '+' || part === given[n])
  )
}

const within = async (work: Promise<unknown>, signal?: AbortSignal): Promise<void> => {
  if (!signal) {
    await work
    return
  }
  await new Promise<void>((resolve, reject) => {
    const stop = () => reject(new Error('the broker did not answer in time'))
    signal.addEventListener('abort', stop, { once: true })
    work.then(() => resolve(), reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
