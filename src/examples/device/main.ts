import { readConfig } from './config.ts'
import { createClock } from './createClock.ts'
import { createDevice } from './createDevice.ts'
import { fileStore } from './fileStore.ts'
import { listenHttp } from './listenHttp.ts'
import { listenMqtt } from './listenMqtt.ts'
import { reportOverHttp } from './reportOverHttp.ts'
import type { Envelope, Setup } from './protocol.ts'
import { printingSpeaker } from './speaker.ts'
import { stageInto } from './stageMedia.ts'
import { hubKeyOf } from './verifyEnvelope.ts'

// DEVICE_CODE=loa-1 HUB_URL=http://localhost:3000 HUB_KEY=… KEY_FILE=loa-1.pem PORT=4100 node main.ts
// MQTT_URL=mqtt://… in place of PORT: over the broker. TRANSPORT=pull: it only asks, nobody calls it.
const config = await readConfig(process.env)
const print = (line: string) => process.stdout.write(`${line}\n`)
print(`public key ${config.publicKey}`)

let follow: (setup: Setup) => void = () => undefined
let send: (report: Envelope & { device: string }) => Promise<Envelope[]> = reportOverHttp(
  config.hubUrl,
)
const device = await createDevice({
  ...config,
  hubKeys: config.hubKeys.map(hubKeyOf),
  store: fileStore(config.stateFile),
  speaker: printingSpeaker(print, config.speed),
  stage: stageInto(config.mediaDir),
  clock: createClock(() => Date.now() + config.clockErrorMs),
  send: (report) => send(report),
  log: (line) => process.stderr.write(`${line}\n`),
  onMessage: (message) => {
    if (message.kind === 'setup' && message.device === config.code) follow(message)
  },
})

if (config.transport === 'mqtt') {
  const link = listenMqtt({
    url: config.mqttUrl ?? '',
    code: config.code,
    take: device.take,
    onConnect: () => {
      print('connected to the broker')
      void device.beat()
    },
    log: print,
  })
  follow = link.follow
  send = link.send
} else if (config.transport === 'http') {
  const server = await listenHttp({ port: config.port, take: device.take })
  const address = server.address()
  print(`listening on ${typeof address === 'object' && address ? address.port : config.port}`)
  void device.beat()
} else {
  print('pulling')
  void device.beat()
}
