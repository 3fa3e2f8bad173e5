import type { Driver, Outgoing } from './driver.ts'
import type { MqttLink } from './mqttLink.ts'
import { topics } from './topics.ts'

/**
 * Hands messages to devices through the broker, one publication for a whole area or group.
 *
 * @param link undefined where no broker is configured
 */
export const mqttDriver = (link: MqttLink | undefined): Driver => {
  const publish = async (topic: string, outgoing: Outgoing, signal: AbortSignal) => {
    if (!link) throw new Error('no broker is configured (MQTT_URL)')
    await link.publish(topic, JSON.stringify(outgoing.message), {
      expiresAt: outgoing.expiresAt,
      signal,
    })
  }
  return {
    channel: 'mqtt',
    hasReceipts: true,
    hand: async (target, outgoing, signal) => {
      await publish(topics.commandsOfDevice(target.deviceCode), outgoing, signal)
      return 'accepted'
    },
    handArea: (area, outgoing, signal) => publish(topics.commandsOf(area), outgoing, signal),
    stop: () => Promise.resolve(),
  }
}
