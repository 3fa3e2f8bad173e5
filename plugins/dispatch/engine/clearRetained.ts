import type { Pool } from 'pg'
import type { MqttLink } from '../drivers/mqttLink.ts'
import { topics } from '../drivers/topics.ts'

/**
 * Takes emergencies that are over, cancelled or replaced elsewhere from the broker, so that a device which starts later
 * hears nothing of them. A broker of MQTT 5 drops expired ones by itself, too.
 */
export const clearRetained = async (pool: Pool, link: MqttLink): Promise<void> => {
  if (!link.isConnected()) return
  const { rows } = await pool.query<{ id: string; code: string; chain: string }>(
    `select b.id, b.code, d.chain from dispatch.broadcasts b join dispatch.dispatches d on d.id = b.dispatch_id
     where b.is_retained and b.cleared_at is null and b.clear_at <= now() and b.done_at is not null limit 500`,
  )
  const cleared: string[] = []
  for (const one of rows) {
    await link.publish(topics.emergencyOf(one.code, one.chain), '', {
      isRetained: true,
      signal: AbortSignal.timeout(2000),
    })
    cleared.push(one.id)
  }
  if (cleared.length === 0) return
  await pool.query(
    'update dispatch.broadcasts set cleared_at = clock_timestamp() where id = any($1::uuid[])',
    [cleared],
  )
}
