import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBroker } from '#plugins/dispatch/broker/startBroker.ts'
import { openDispatchHub } from '#tests/support/dispatchHub.ts'
import type { DispatchHub } from '#tests/support/dispatchHub.ts'
import { startProcess } from '#tests/support/startProcess.ts'

let hub: DispatchHub
let broker: Awaited<ReturnType<typeof startBroker>>

beforeAll(async () => {
  broker = await startBroker()
  hub = await openDispatchHub({ mqttUrl: broker.url })
  await hub.start()
})

afterAll(async () => {
  await hub?.stop()
  await broker?.stop()
})

const COMMUNES = Array.from({ length: 200 }, (_, n) => String(20_000 + n))
const DEVICES = 400
const LIVE = DEVICES * 0.7

test.each(['http', 'mqtt'])(
  'F21: 200 communes and an emergency at the same second: all is heard by every simulated device that lives, over %s',
  async (channel) => {
    await hub.owner.query(
      `insert into public.units (code, kind) select unnest($1::text[]), 'ward' on conflict do nothing`,
      [COMMUNES],
    )
    const fleet = await startProcess({
      script: path.resolve('src/simulate/main.ts'),
      args: [
        '--area',
        COMMUNES.join(','),
        '--devices',
        String(DEVICES),
        '--failing',
        '0.3',
        '--hub',
        hub.url,
        ...(channel === 'mqtt' ? ['--mqtt', broker.url] : []),
      ],
      env: { DATABASE_OWNER_URL: hub.ownerUrl },
      until: /are silent/,
      withinMs: 120_000,
    })
    const [emergency, ...own] = await Promise.all([
      hub.give({ title: `Bão ${channel}` }),
      ...COMMUNES.map((code) =>
        hub.give({
          priority: 'priority',
          text: 'Họp tổ dân phố.',
          audience: { areas: [code], groups: [], devices: [] },
        }),
      ),
    ])
    const isPlayed = (one: { state: string }) => one.state === 'played'
    const rows = await hub.settled(
      emergency,
      (all) => all.filter(isPlayed).length === LIVE,
      120_000,
    )
    expect(rows.filter(isPlayed)).toHaveLength(LIVE)
    const states = async () => {
      const { rows: counts } = await hub.pool.query<{ n: number }>(
        `select count(*)::int as n from dispatch.deliveries where dispatch_id = any($1::uuid[]) and state = 'played'`,
        [own],
      )
      return counts[0]?.n
    }
    await expect.poll(states, { timeout: 120_000, interval: 500 }).toBe(LIVE)
    // What live devices were given of it is not counted as lost, and no repetition sounded.
    const ended = once(fleet.child, 'exit')
    fleet.child.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    expect(fleet.output()).toMatch(
      new RegExp(`Bão ${channel}: .*playing ${LIVE}.* p99 \\d+ ms to sound`),
    )
    expect(fleet.output()).toContain('0 lost, 0 sounded twice')
  },
  400_000,
)
