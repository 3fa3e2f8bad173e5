import mqtt from 'mqtt'
import type { Logger } from 'pino'
import type { Driver } from './driver.ts'

/** This process's connection to the broker. */
export type MqttLink = { driver: Driver; stop: () => Promise<void> }

/** Where devices answer. */
const RECEIPTS = 'coloa/v1/+/+/receipts'

/**
 * Connects to the broker, hands messages to devices (QoS 1, with expiry where the broker speaks MQTT 5) and takes their receipts.
 *
 * @param options.onReceipt is given each receipt's JSON text; what it throws is logged
 */
export const mqttLink = (options: {
  url: string
  logger: Logger
  onReceipt: (text: string) => Promise<void>
}): MqttLink => {
  const { logger } = options
  const client = mqtt.connect(options.url, {
    protocolVersion: 5,
    clean: true,
    reconnectOnConnackError: true,
    reconnectPeriod: 1000,
    queueQoSZero: false,
  })
  client.on('error', (error) => {
    // A broker of MQTT 3.1.1 says so; everything but the broker's own expiry works there too.
    if (isOldBroker(error) && client.options.protocolVersion === 5) {
      client.options.protocolVersion = 4
      return
    }
    logger.warn({ err: error }, 'dispatch: the broker refused or was lost')
  })
  client.on('connect', () => {
    // Shared between workers where the broker can; else each of them takes every receipt, which does no harm.
    const topic = client.options.protocolVersion === 5 ? `$share/coloa/${RECEIPTS}` : RECEIPTS
    client.subscribe(topic, { qos: 1 }, (error) => {
      if (error) logger.error({ err: error }, 'dispatch: receipts cannot be subscribed to')
    })
  })
  client.on('message', (_topic, payload) => {
    options.onReceipt(payload.toString('utf8')).catch((error: unknown) => {
      logger.warn({ err: error }, 'dispatch: a receipt over MQTT was not taken')
    })
  })
  return {
    driver: async (target, message) => {
      if (!client.connected) throw new Error('the broker is not connected')
      const left = message.expiresAt
        ? Math.floor((message.expiresAt.getTime() - Date.now()) / 1000)
        : undefined
      const { id, timestamp, signature, body } = message
      await client.publishAsync(
        `coloa/v1/${target.unitCode}/${target.deviceCode}/commands`,
        JSON.stringify({ id, timestamp, signature, body }),
        {
          qos: 1,
          ...(client.options.protocolVersion === 5 && left !== undefined
            ? { properties: { messageExpiryInterval: Math.max(1, left) } }
            : {}),
        },
      )
    },
    stop: async () => {
      await client.endAsync()
    },
  }
}

const isOldBroker = (error: unknown): boolean => {
  const { code } = error as { code?: number }
  return code === 1 || code === 132
}
