import { report } from '../report.ts'
import { unitOf } from './openBenchHub.ts'
import type { BenchHub } from './openBenchHub.ts'

/** 200 communes give a bulletin in the same second, and the city an emergency: the coincidence, not the average. */
export const measureRush = async (hub: BenchHub, port: number): Promise<void> => {
  const codes = await hub.install('r', 10_000, (n) => `http://127.9.${n >> 8}.${n & 255}:${port}/d`)
  const alone = await hub.handed(await hub.give('emergency', { devices: codes }), codes.length)
  const communes = Promise.all(
    Array.from({ length: 200 }, (_, n) => hub.give('priority', { areas: [unitOf(n)] })),
  )
  const emergency = await hub.give('emergency', { areas: ['01'] })
  const given = await communes
  const heard = await hub.handed(emergency, codes.length)
  for (const id of given) await hub.handed(id, 50)
  const { rows } = await hub.pool.query<{ failed: number; last: number }>(
    `select count(*) filter (where a.outcome = 'failed')::int as failed,
       extract(epoch from max(a.ended_at) - (select created_at from dispatch.dispatches where id = $1))::float8 as last
     from dispatch.attempts a join dispatch.deliveries l on l.id = a.delivery_id where l.dispatch_id = any($2::uuid[])`,
    [emergency, [emergency, ...given]],
  )
  report({
    bench: 'dispatch',
    metric: 'rush',
    value: heard.p99,
    unit: 's',
    reference: `emergency p99; alone ${alone.p99.toFixed(2)} s; all 20,000 in ${rows[0]?.last.toFixed(1)} s, ${rows[0]?.failed} failed`,
    ratio: alone.p99 / heard.p99,
  })
  await hub.retire('r')
}
