import { setTimeout as pause } from 'node:timers/promises'
import { Agent, request } from 'undici'
import { report } from '../report.ts'
import type { BenchHub } from './openBenchHub.ts'

const DEVICES = 10_000
/** Attempts under way at once, ours and the bare client's. */
const AT_ONCE = 512
const WARM = 1000
/** One agent looks through all its origins at every change; the driver spreads devices over as many. */
const AGENTS = 128
/** Connections end after it: a process may have only so many files open. */
const KEPT_MS = 6000

/** Ten thousand devices over HTTP: how fast beside a bare client, with 30 % that hang, and behind 100,000 that wait. */
export const measureHttp = async (hub: BenchHub, port: number): Promise<void> => {
  const host = (n: number) => `127.${1 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}`
  const codes = await hub.install('h', DEVICES, (n) => `http://${host(n)}:${port}/d`)
  const urls = codes.map((_, n) => `http://${host(n)}:${port}/d`)
  const warm = await hub.give('emergency', { devices: codes.slice(0, WARM) })
  await hub.handed(warm, WARM)
  const body = Buffer.from(await hub.bodyOf(warm), 'utf8')
  await postBare(urls.slice(0, WARM), body)
  await pause(KEPT_MS)
  const ours = await hub.handed(await hub.give('emergency', { devices: codes }), DEVICES)
  await pause(KEPT_MS)
  const bare = await postBare(urls, body)
  report({
    bench: 'dispatch',
    metric: 'httpRate',
    value: DEVICES / ours.last,
    unit: 'devices/s',
    reference: `bare undici ${Math.round(bare)}/s`,
    ratio: DEVICES / ours.last / bare,
  })
  await measureDelay(hub, codes)
  await hub.retire('h')

  const mixed = await hub.install('m', DEVICES, (n) =>
    n % 10 < 3 ? `http://${host(n + 20_000)}:${port}/hang` : `http://${host(n + 20_000)}:${port}/d`,
  )
  const hanging = await hub.give('emergency', { devices: mixed })
  const healthy = await hub.handed(hanging, DEVICES * 0.7)
  report({
    bench: 'dispatch',
    metric: 'httpHealthyP99',
    value: healthy.p99,
    unit: 's',
    reference: `30 % hang, unknown before; p50 ${healthy.p50.toFixed(2)} s; bar 3 s; bare undici to as many that all answer ${(DEVICES / bare).toFixed(2)} s`,
    ratio: 3 / healthy.p99,
  })
  await hub.drop([hanging]) // what would be tried again, and was not confirmed
  await pause(KEPT_MS)
  const again = await hub.give('emergency', { devices: mixed })
  const known = await hub.handed(again, DEVICES * 0.7)
  report({
    bench: 'dispatch',
    metric: 'httpHealthyP99Known',
    value: known.p99,
    unit: 's',
    reference: 'the same once their health is known',
    ratio: 3 / known.p99,
  })
  await hub.retire('m')
}

const HEADERS = {
  'content-type': 'application/json',
  'webhook-id': '6f1d2a54-3c0b-4d7e-9a41-5b8e2f90c713',
  'webhook-timestamp': '1788768001',
  'webhook-signature': `v1a,${'x'.repeat(88)}`,
}

/** An emergency to a thousand devices, alone and while 100,000 normal deliveries wait. */
const measureDelay = async (hub: BenchHub, codes: readonly string[]) => {
  const some = { devices: codes.slice(0, 1000) }
  const alone = await hub.handed(await hub.give('emergency', some), 1000)
  const normal: string[] = []
  for (let n = 0; n < 10; n += 1) normal.push(await hub.give('normal', { devices: [...codes] }))
  const behind = await hub.handed(await hub.give('emergency', some), 1000)
  report({
    bench: 'dispatch',
    metric: 'emergencyDelay',
    value: behind.p99 - alone.p99,
    unit: 's',
    reference: `p99 alone ${alone.p99.toFixed(2)} s, with 100,000 waiting ${behind.p99.toFixed(2)} s; bar 0.5 s`,
    ratio: null,
  })
  await hub.drop(normal)
  await pause(KEPT_MS)
}

/** The same bytes with the same headers, as the driver sends them. */
const postBare = async (urls: readonly string[], body: Buffer): Promise<number> => {
  const agents = Array.from(
    { length: AGENTS },
    () => new Agent({ pipelining: 1, keepAliveTimeout: 4000, keepAliveMaxTimeout: 4000 }),
  )
  let next = 0
  const begun = performance.now()
  const post = async () => {
    for (;;) {
      const url = urls[next]
      const agent = agents[next % AGENTS]
      next += 1
      if (!url) return
      const answer = await request(url, {
        method: 'POST',
        headers: HEADERS,
        body,
        dispatcher: agent,
      })
      await answer.body.dump()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, post))
  const seconds = (performance.now() - begun) / 1000
  await Promise.all(agents.map((agent) => agent.destroy()))
  return urls.length / seconds
}
