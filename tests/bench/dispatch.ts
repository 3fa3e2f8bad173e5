import { measureHttp } from './support/dispatch/measureHttp.ts'
import { measureMqtt, startBenchBroker } from './support/dispatch/measureMqtt.ts'
import { measureReceipts } from './support/dispatch/measureReceipts.ts'
import { measureRush } from './support/dispatch/measureRush.ts'
import {
  openBenchHub,
  peakMegabytes,
  startBenchSender,
  startProgram,
} from './support/dispatch/openBenchHub.ts'
import { openGround } from './support/openGround.ts'
import { printTable, report } from './support/report.ts'

const FARM_PORT = 18_832
/** `npm run bench -- dispatch http` measures one part only: http, rush, receipts or mqtt. */
const [only] = process.argv.slice(2)
const isWanted = (part: string) => only === undefined || only === part

const ground = await openGround()
const hub = await openBenchHub(ground)
const farm = startProgram(process.execPath, [
  'tests/bench/support/dispatch/farm.ts',
  String(FARM_PORT),
])
await farm.said(/listening/)
const broker = await startBenchBroker()
const sender = await startBenchSender({
  ...ground.env,
  MQTT_URL: broker.url,
  DEVICE_NETWORKS: '127.0.0.0/8',
  LOG_LEVEL: 'error',
})
try {
  if (isWanted('http')) await measureHttp(hub, FARM_PORT)
  if (isWanted('rush')) await measureRush(hub, FARM_PORT)
  if (isWanted('mqtt')) await measureMqtt(hub, broker)
  report({
    bench: 'dispatch',
    metric: 'memory',
    value: await peakMegabytes(sender.pid),
    unit: 'MB',
    reference: 'the most a sender has used in all of it',
    ratio: null,
  })
  sender.stop()
  if (isWanted('receipts')) await measureReceipts(hub)
  printTable()
} finally {
  sender.stop()
  farm.stop()
  await broker.stop()
  await hub.close()
  await ground.close()
}
process.exit(0)
