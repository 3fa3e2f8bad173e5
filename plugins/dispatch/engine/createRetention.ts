import type { Pool } from 'pg'
import type { MqttLink } from '../drivers/mqttLink.ts'
import type { Signer } from '../message.ts'
import { clearRetained } from './clearRetained.ts'
import { refreshRetained } from './refreshRetained.ts'

/**
 * Keeps what is left with the broker true: what is over is taken away, what is in force is signed anew from time to time,
 * and at once when this process begins to do it or the broker was away. To be called by one process, every few seconds.
 */
export const createRetention = (options: {
  pool: Pool
  link: MqttLink
  sign: Signer
  retainedSeconds: number
}): (() => Promise<void>) => {
  const { pool, link, sign, retainedSeconds } = options
  let freshUntil = 0
  let isBusy = false
  const keep = async () => {
    await clearRetained(pool, link)
    if (performance.now() < freshUntil) return
    await refreshRetained({ pool, link, sign })
    freshUntil = performance.now() + retainedSeconds * 1000
  }
  return async () => {
    if (isBusy) return
    if (!link.isConnected()) {
      freshUntil = 0
      return
    }
    isBusy = true
    await keep().finally(() => {
      isBusy = false
    })
  }
}
