import type { Pool } from 'pg'
import type { Drivers } from '../drivers/createDrivers.ts'
import type { MqttLink } from '../drivers/mqttLink.ts'
import { topics } from '../drivers/topics.ts'
import type { Answerer } from '../reports/createAnswerer.ts'

/** Where a device's new standing goes. */
export type StandingGround = {
  pool: Pool
  answerer: Answerer
  drivers: Drivers
  link: MqttLink | undefined
  timeoutMs: number
}

/**
 * Tells a device its standing as soon as it changes: an emergency a second after it was activated would be refused by a device
 * that still takes itself for inactive. Over MQTT it stays with the broker; a device that cannot be called asks with its next report.
 */
export const tellStanding = async (ground: StandingGround, code: string): Promise<void> => {
  const { pool, answerer, link } = ground
  const message = await answerer.setup(code)
  if (!message) return
  const signal = AbortSignal.timeout(ground.timeoutMs)
  if (link)
    await link.publish(topics.setupOf(code), JSON.stringify(message), { isRetained: true, signal })
  const { rows } = await pool.query<{
    deviceId: number
    address: string
    deviceClass: string
    unitCode: string
  }>(
    `select d.id as "deviceId", d.address, d.device_class::text as "deviceClass", u.code as "unitCode"
     from public.devices d join public.units u on u.id = d.unit_id where d.code = $1 and d.channel::text = 'http'`,
    [code],
  )
  const device = rows[0]
  if (!device) return
  await ground.drivers.http.hand(
    { ...device, deviceCode: code },
    { dispatchId: message.id, number: 0, snapshot: message.body, expiresAt: null, message },
    signal,
  )
}
