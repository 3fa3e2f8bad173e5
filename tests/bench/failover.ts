import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { installationKey } from '#kit/signingKey.ts'
import { reportRoute } from '#plugins/dispatch/server.ts'
import type { Audience } from '#plugins/dispatch/types.ts'
import {
  openBenchHub,
  startBenchSender,
  startProgram,
  unitOf,
} from './support/dispatch/openBenchHub.ts'
import { openGround } from './support/openGround.ts'
import { printTable, report } from './support/report.ts'

// F1 and F32 at their size: ten thousand devices over HTTP of which 30 % hang, an emergency to all, and kill -9 of the sender
// when 30 % have it. F1: another one is at work beside it. F32: a standby is started then. And the same with a thousand
// reference devices, which tell whether anything was lost or sounded twice. Exit code 1 when a bar is missed.
const DEVICES = Number(process.argv[2] ?? 10_000)
const REFERENCE = Math.round(DEVICES / 10)
const FAILING = 0.3
const FARM_PORT = 18_833
/** Lease of an emergency and five seconds. */
const BAR_SECONDS = 10
const TEXT = 'Vỡ đê. Ra khỏi nhà ngay.'

const ground = await openGround()
const hub = await openBenchHub(ground)
const env = readRuntimeEnv({ ...ground.env, NODE_ENV: 'production' })
const key = await installationKey(env)
const x = Buffer.from(key.publicKey, 'base64').toString('base64url')
const reports = reportRoute({ pool: hub.pool, env, logger: pino({ level: 'error' }) })
const server = createServer((req, res) => {
  if (req.url === '/.well-known/jwks.json') res.end(JSON.stringify({ keys: [{ x }] }))
  else reports(req, res)
})
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', 4096, resolve)
})
const { port } = server.address() as AddressInfo
const senderEnv = { ...ground.env, DEVICE_NETWORKS: '127.0.0.0/8', LOG_LEVEL: 'error' }
const ends: (() => unknown)[] = []
const start = async (more: Record<string, string> = {}) => {
  const sender = await startBenchSender({ ...senderEnv, ...more })
  ends.push(sender.stop)
  return sender
}

const countOf = async (id: string, where: string): Promise<number> => {
  const { rows } = await hub.pool.query<{ n: number }>(
    `select count(*)::int as n from dispatch.deliveries where dispatch_id = $1 and ${where}`,
    [id],
  )
  return rows[0]?.n ?? 0
}

const until = async (id: string, where: string, count: number, everyMs: number) => {
  const end = performance.now() + 120_000
  while ((await countOf(id, where)) < count && performance.now() < end) await pause(everyMs)
}

/** Handed over, or heard of without: whoever was killed did not write what it had sent. */
const HANDED = 'coalesce(accepted_at, received_at)'

/** @returns what is missing of the bars */
const fail = async (options: {
  name: string
  audience: Partial<Audience>
  live: number
  victim: number
  standby?: () => Promise<unknown>
  isPlayed?: boolean
}) => {
  const { name, live } = options
  const id = await hub.give('emergency', options.audience, TEXT)
  await until(id, `${HANDED} is not null`, live * 0.3, 20)
  process.kill(options.victim, 'SIGKILL')
  const { rows: killed } = await hub.pool.query<{ at: Date }>('select clock_timestamp() as at')
  await options.standby?.()
  await until(id, `${HANDED} is not null`, live, 500)
  const lost = live - (await countOf(id, `${HANDED} is not null`))
  const { rows } = await hub.pool.query<{ seconds: number }>(
    `select extract(epoch from max(${HANDED}) - $2)::float8 as seconds from dispatch.deliveries where dispatch_id = $1`,
    [id, killed[0]?.at],
  )
  const seconds = rows[0]?.seconds ?? Number.NaN
  if (options.isPlayed) await until(id, `state = 'played'`, live, 500)
  const silent = options.isPlayed ? live - (await countOf(id, `state = 'played'`)) : 0
  report({
    bench: 'failover',
    metric: name,
    value: seconds,
    unit: 's',
    reference: `from kill -9 to the last of ${live} live devices; bar ${BAR_SECONDS} s; ${lost} lost${options.isPlayed ? `, ${silent} silent` : ''}`,
    ratio: BAR_SECONDS / seconds,
  })
  await hub.drop([id])
  return Number(!(seconds <= BAR_SECONDS)) + Number(lost > 0) + Number(silent > 0)
}

let missed = 0
try {
  const farm = startProgram(process.execPath, [
    'tests/bench/support/dispatch/farm.ts',
    String(FARM_PORT),
  ])
  ends.push(farm.stop)
  await farm.said(/listening/)
  const host = (n: number) => `127.${1 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}:${FARM_PORT}`
  const devices = await hub.install(
    'f',
    DEVICES,
    (n) => `http://${host(n)}/${n % 10 < 10 * FAILING ? 'hang' : 'd'}`,
  )
  const live = devices.filter((_, n) => n % 10 >= 10 * FAILING).length
  const [first, second] = [await start(), await start()]
  missed += await fail({ name: 'F1', audience: { devices }, live, victim: first.pid })
  const standby = () => start({ HOSTNAME: 'standby-host' })
  missed += await fail({ name: 'F32', audience: { devices }, live, victim: second.pid, standby })
  await hub.retire('f')

  const fleet = startProgram(
    process.execPath,
    [
      'src/simulate/main.ts',
      '--area',
      Array.from({ length: 126 }, (_, n) => unitOf(n)).join(','),
      '--devices',
      String(REFERENCE),
      '--failing',
      String(FAILING),
      '--hub',
      `http://127.0.0.1:${port}`,
    ],
    { DATABASE_OWNER_URL: ground.ownerUrl },
  )
  ends.push(fleet.stop)
  await fleet.said(/are silent/, 300_000)
  const victim = (await start()).pid
  missed += await fail({
    name: 'referenceDevices',
    audience: { areas: ['01'] },
    live: REFERENCE - Math.round(REFERENCE * FAILING),
    victim,
    isPlayed: true,
  })
  fleet.stop()
  const [, lost, twice] = await fleet.said(/(\d+) lost, (\d+) sounded twice/)
  report({
    bench: 'failover',
    metric: 'soundedTwice',
    value: Number(twice),
    unit: 'devices',
    reference: `${lost} lost, as the reference devices themselves tell it; bar 0`,
    ratio: null,
  })
  missed += Number(lost) + Number(twice)
  printTable()
} finally {
  for (const end of ends) end()
  server.closeAllConnections()
  server.close()
  await hub.close()
  await ground.close()
}
process.stdout.write(missed === 0 ? 'every bar is met\n' : `${missed} missed\n`)
process.exit(missed === 0 ? 0 : 1)
