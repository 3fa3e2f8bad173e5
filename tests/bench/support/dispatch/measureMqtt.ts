import { existsSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import mqtt from 'mqtt'
import { startBroker } from '#plugins/dispatch/broker/startBroker.ts'
import { median } from '../percentile.ts'
import { report } from '../report.ts'
import { startProgram, unitOf } from './openBenchHub.ts'
import type { BenchHub } from './openBenchHub.ts'

const DEVICES = 10_000
const PORT = 18_831
const TURNS = 5
const MOSQUITTO = '/usr/sbin/mosquitto'

/** A broker for the bench: mosquitto where it is installed, else the one of the demo. */
export const startBenchBroker = async () => {
  if (!existsSync(MOSQUITTO)) {
    const own = await startBroker()
    return { name: 'aedes', url: own.url, stop: own.stop }
  }
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'coloa-')), 'mosquitto.conf')
  await writeFile(
    file,
    `listener ${PORT} 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\npersistence false\nlog_dest none\n`,
  )
  const broker = startProgram(MOSQUITTO, ['-c', file])
  await pause(1000)
  return {
    name: 'mosquitto',
    url: `mqtt://127.0.0.1:${PORT}`,
    stop: () => {
      broker.stop()
      return Promise.resolve()
    },
  }
}

/** An emergency for 10,000 devices of one area, beside the broker's own fan-out of the same bytes, by turns. */
export const measureMqtt = async (
  hub: BenchHub,
  broker: { name: string; url: string },
): Promise<void> => {
  await hub.install('b', DEVICES, () => null)
  const { port } = new URL(broker.url)
  const args = ['tests/bench/support/dispatch/subscribers.ts', port, String(DEVICES)]
  const topics = ['coloa/v1/areas/01/commands', 'bench/raw']
  const devices = startProgram(process.execPath, [...args, ...topics])
  await devices.said(/ready 10000/)
  const client = await mqtt.connectAsync(broker.url, { protocolVersion: 4 })
  const payload = await samePayload(hub)
  const times = { ours: [] as number[], bare: [] as number[] }
  for (let turn = 0; turn < TURNS; turn += 1) {
    const bareAt = Date.now()
    await client.publishAsync('bench/raw', payload, { qos: 1 })
    times.bare.push(Number((await devices.said(nth('bench/raw', turn)))[1]) - bareAt)
    await pause(500)
    const id = await hub.give('emergency', { areas: ['01'] })
    const givenAt = Date.now()
    const said = await devices.said(nth('coloa/v1/areas/01/commands', turn))
    times.ours.push(Number(said[1]) - givenAt)
    await hub.handed(id, DEVICES)
    await hub.pool.query(
      `update dispatch.deliveries set confirm_by = null where dispatch_id = $1`,
      [id],
    )
    await pause(500)
  }
  report({
    bench: 'dispatch',
    metric: 'mqttFanout',
    value: median(times.ours) / 1000,
    unit: 's',
    reference: `${broker.name} alone ${(median(times.bare) / 1000).toFixed(2)} s to the last of 10,000; bar 0.8`,
    ratio: median(times.bare) / median(times.ours),
  })
  await client.endAsync(true)
  devices.stop()
  await hub.retire('b')
}

/** As many bytes as an emergency has on the wire. */
const samePayload = async (hub: BenchHub): Promise<string> => {
  const id = await hub.give('emergency', { areas: [unitOf(0)] })
  const body = await hub.bodyOf(id)
  return JSON.stringify({ id, timestamp: 1_700_000_000, signature: 'x'.repeat(92), body })
}

/** The line of the n-th time that all had got a message. */
const nth = (topic: string, n: number): RegExp =>
  new RegExp(`(?:${topic} [\\d.]+\\n[^]*?){${n}}${topic} ([\\d.]+)\\n`)
