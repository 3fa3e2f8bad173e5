import type { Logger } from 'pino'
import type { Pool } from 'pg'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'
import type { Channel } from '../types.ts'
import type { Driver } from './driver.ts'
import type { ForeignOptions } from './foreignOptions.ts'
import { httpDriver } from './httpDriver.ts'
import { createMappedDrivers } from './createMappedDrivers.ts'
import { mqttDriver } from './mqttDriver.ts'
import type { MqttLink } from './mqttLink.ts'
import { playerDriver } from './player/playerDriver.ts'
import { pullDriver } from './pull/pullDriver.ts'
import { refuseExpired } from './refuseExpired.ts'

/** What drivers are made of. */
export type DriverGround = {
  env: RuntimeEnv
  logger: Logger
  pool: Pool
  /** Undefined where no broker is configured. */
  link: MqttLink | undefined
  /** The deadline of an attempt. */
  attemptTimeoutMs: number
  /** Code tables and topics of protocols that are not ours. */
  foreign: Required<ForeignOptions>
}

/** A driver for each channel. */
export type Drivers = Record<Channel, Driver>

/** The drivers of this process, by channel; none hands over what has expired. */
export const createDrivers = (ground: DriverGround): Drivers => {
  const drivers: Drivers = {
    http: httpDriver({ networks: ground.env.deviceNetworks, timeoutMs: ground.attemptTimeoutMs }),
    mqtt: mqttDriver(ground.link),
    pull: pullDriver(),
    player: playerDriver(),
    ...createMappedDrivers(ground),
  }
  const entries = Object.entries(drivers).map(([channel, one]) => [channel, refuseExpired(one)])
  return Object.fromEntries(entries) as Drivers // the same keys
}
