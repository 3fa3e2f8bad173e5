import { readConfig } from './config.ts'
import { listenHttp } from './listenHttp.ts'
import { listenMqtt } from './listenMqtt.ts'
import { createPlayer } from './player.ts'

// DEVICE_CODE=loa-1 UNIT_CODE=10105 HUB_URL=http://localhost:3000 HUB_KEY=… KEY_FILE=loa-1.pem PORT=4100 node main.ts
const config = await readConfig(process.env)
process.stdout.write(`public key ${config.publicKey}\n`)
const player = await createPlayer(config)
await (config.mqttUrl ? listenMqtt(config, config.mqttUrl, player) : listenHttp(config, player))
