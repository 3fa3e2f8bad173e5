import { parseArgs } from 'node:util'
import { hubKeyOf } from '#src/examples/device/verifyEnvelope.ts'
import { createFleet } from './createFleet.ts'
import { createTally } from './createTally.ts'
import { registerFleet } from './registerFleet.ts'
import { simulatedKey } from './simulatedKey.ts'

const help = `Cổ Loa – many devices for a trial

  npm run coloa -- simulate --area CODE [--devices 1000] [--failing 0.3] [--hub URL] [--mqtt URL] [--seconds N]
      enters simulated loudspeakers in communes, starts them, and prints what they heard every five seconds;
      at the end (Ctrl+C) takes them out of service and says whether anything was lost or sounded twice:
      exit code 1 when it did

      --area CODE      the commune; several, separated by commas, have the devices by turns
      --devices N      how many (default 100)
      --failing SHARE  how many of them are entered and silent (default 0)
      --hub URL        the city (default http://localhost:3000)
      --mqtt URL       over this broker; else the hub calls them over HTTP
      --seconds N      ends by itself

  The database: --database URL, else DATABASE_OWNER_URL, else the embedded one.
  Their keys can be made by anybody: never in a city that is on the air.
`

const say = (line: string) => void process.stdout.write(`${line}\n`)

const { values } = parseArgs({
  args: process.argv.slice(2).filter((one) => one !== 'simulate'),
  options: {
    help: { type: 'boolean' },
    area: { type: 'string' },
    devices: { type: 'string', default: '100' },
    failing: { type: 'string', default: '0' },
    hub: { type: 'string', default: 'http://localhost:3000' },
    mqtt: { type: 'string' },
    seconds: { type: 'string' },
    database: { type: 'string' },
  },
})
const databaseUrl = values.database ?? process.env.DATABASE_OWNER_URL

if (values.help || !values.area || !databaseUrl) {
  say(help)
  process.exit(values.help ? 0 : 2)
}

const { hub: hubUrl, mqtt: mqttUrl } = values
const areas = values.area.split(',')
const areaOf = (n: number): string => areas[n % areas.length] ?? ''
const count = Number(values.devices)
const silent = Math.round(count * Number(values.failing))
const codes = Array.from({ length: count }, (_, n) => `sim-${areaOf(n)}-${n + 1}`)
const keys = new Map(codes.map((code) => [code, simulatedKey(code)]))
const { keys: published } = (await (await fetch(`${hubUrl}/.well-known/jwks.json`)).json()) as {
  keys: { x: string }[]
}
const tally = createTally()
const fleet = await createFleet({
  hubUrl,
  mqttUrl,
  hubKeys: published.map(({ x }) => hubKeyOf(Buffer.from(x, 'base64url').toString('base64'))),
  devices: [...keys].slice(silent).map(([code, { privateKey }]) => ({ code, privateKey })),
  tally,
})
const registered = await registerFleet({
  databaseUrl,
  devices: [...keys].map(([code, { publicKey }], n) => ({
    code,
    area: areaOf(n),
    publicKey,
    channel: mqttUrl ? 'mqtt' : 'http',
    // Nobody listens there, and nobody says so.
    address: mqttUrl ? null : n < silent ? 'http://127.0.0.1:9/' : fleet.urlOf(code),
  })),
})
await fleet.begin()
say(`${count - silent} devices of ${values.area} are up, ${silent} are silent`)

const end = async () => {
  clearInterval(timer)
  for (const line of tally.lines()) say(line)
  const lost = await registered.lost(codes.slice(silent))
  await fleet.stop()
  await registered.suspend()
  const twice = tally.twice()
  say(`${lost} lost, ${twice} sounded twice`)
  process.exit(lost + twice === 0 ? 0 : 1)
}
const timer = setInterval(() => {
  for (const line of tally.lines()) say(line)
}, 5000)
process.once('SIGINT', () => void end())
process.once('SIGTERM', () => void end())
if (values.seconds) {
  setTimeout(() => void end(), Number(values.seconds) * 1000)
}
