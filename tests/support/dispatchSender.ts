import { pino } from 'pino'
import { createPool } from '#kit/pool.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { mqttLink } from '#plugins/dispatch/drivers/mqttLink.ts'
import { startDispatch } from '#plugins/dispatch/engine/startDispatch.ts'
import { keepOptions } from '#plugins/dispatch/options.ts'

// A sender and nothing else, as a process that can be killed.
const env = readRuntimeEnv(process.env)
const logger = pino({ level: process.env.LOG_LEVEL ?? 'warn' })
const pool = createPool({ connectionString: env.databaseUrl, max: 2, name: 'sender' })
keepOptions({})
const link = env.mqttUrl ? mqttLink({ url: env.mqttUrl, logger }) : undefined
const context = { payload: undefined as never, pool, env, logger, now: () => new Date() } // the engine has no use for it
const { end } = await startDispatch(context, link)
process.once('SIGTERM', () => {
  void end().then(() => process.exit(0))
})
process.stdout.write('sending\n')
