import type { Pool } from 'pg'
import type { MqttLink } from '../drivers/mqttLink.ts'
import { topics } from '../drivers/topics.ts'
import type { Answerer } from './createAnswerer.ts'

/** Tells every area what is in force, so that a device finds its own gaps; also a sign that the centre lives. */
export const publishRecent = async (options: {
  pool: Pool
  link: MqttLink
  answerer: Answerer
}): Promise<void> => {
  const { pool, link, answerer } = options
  if (!link.isConnected()) return
  const { rows } = await pool.query<{ code: string }>(
    `select distinct u.code from public.units u join public.devices d on d.unit_id = u.id
     where d.lifecycle = 'active' and d.channel = 'mqtt'`,
  )
  await Promise.all(
    rows.map(async ({ code }) => {
      const message = await answerer.recentOf(code)
      await link.publish(topics.recentOf(code), JSON.stringify(message), {
        signal: AbortSignal.timeout(5000),
      })
    }),
  )
}
