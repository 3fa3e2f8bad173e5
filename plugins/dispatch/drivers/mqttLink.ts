import mqtt from 'mqtt'
import type { Logger } from 'pino'
import type { Driver } from './driver.ts'

/** This process's connection to the broker. */
export type MqttLink = { driver: Driver; stop: () => Promise<void> }

/** Where devices answer; shared between workers, so each receipt is handled once. */
const RECEIPTS = '$share/coloa/coloa/v1/+/+/receipts'

/**
 * Connects to the broker, hands messages to devices (MQTT 5, QoS 1, with expiry) and takes their receipts.
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
    reconnectPeriod: 1000,
    queueQoSZero: false,
  })
  client.on('error', (error) =>
    logger.warn({ err: error }, 'dispatch: the broker refused or was lost'),
  )
  client.on('connect', () => {
    client.subscribe(RECEIPTS, { qos: 1 }, (error) => {
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
      await client.publishAsync(
        `coloa/v1/${target.unitCode}/${target.deviceCode}/commands`,
        message.body,
        {
          qos: 1,
          properties: {
            contentType: 'application/json',
            ...(left === undefined ? {} : { messageExpiryInterval: Math.max(1, left) }),
            userProperties: {
              'webhook-id': message.id,
              'webhook-timestamp': String(message.timestamp),
              'webhook-signature': message.signature,
            },
          },
        },
      )
    },
    stop: async () => {
      await client.endAsync()
    },
  }
}
