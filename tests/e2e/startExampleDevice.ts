import path from 'node:path'
import { passChecks } from '#tests/support/installDevice.ts'
import { freePort } from '#tests/support/startApp.ts'
import { startProcess } from '#tests/support/startProcess.ts'
import type { openCity } from './openCity.ts'

/**
 * Starts the example device as a process of its own and enters it in the register as an active one.
 *
 * @param options.speed how many times faster than real it speaks
 */
export const startExampleDevice = async (
  city: Awaited<ReturnType<typeof openCity>>,
  options: { code: string; unit: { id: number }; channel: 'http' | 'mqtt'; speed: number },
) => {
  const { code, unit, channel, speed } = options
  const port = await freePort()
  const device = await startProcess({
    script: path.resolve('src/examples/device/main.ts'),
    env: {
      DEVICE_CODE: code,
      SPEED: String(speed),
      HEARTBEAT_SECONDS: '2',
      MEDIA_DIR: path.join(city.folder, `${code}.media`),
      HUB_URL: city.url,
      HUB_KEY: city.hubKey,
      KEY_FILE: path.join(city.folder, `${code}.pem`),
      STATE_FILE: path.join(city.folder, `${code}.json`),
      PORT: String(port),
      ...(channel === 'mqtt' ? { MQTT_URL: city.broker.url } : {}),
    },
    until: /listening on|connected to the broker/,
  })
  const key = /public key (\S+)/.exec(device.output())?.[1]
  const { rows } = await city.pool.query<{ id: number }>(
    `insert into public.devices (code, name, device_class, unit_id, channel, address, lifecycle, updated_at, created_at)
     values ($1, $1, 'loudspeakerCluster', $2, $3, $4, 'registered', now(), now()) returning id`,
    [code, unit.id, channel, `http://127.0.0.1:${port}/`],
  )
  const id = rows[0]?.id ?? 0
  await city.pool.query(
    'insert into dispatch.device_keys (device_id, public_key) values ($1, $2)',
    [id, key],
  )
  await passChecks(city.pool, id)
  await city.pool.query(`update public.devices set lifecycle = 'active' where id = $1`, [id])
  return device
}
