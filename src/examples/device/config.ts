import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'

/** What a device is told when it is installed. */
export type DeviceConfig = {
  code: string
  hubUrl: string
  /** The hub's Ed25519 public keys, 32 bytes in base64: `x` of the keys in `/.well-known/jwks.json`. */
  hubKeys: string[]
  privateKey: KeyObject
  /** To be entered in the hub's device record. */
  publicKey: string
  port: number
  mqttUrl: string | undefined
  transport: 'http' | 'mqtt' | 'pull'
  /** Where it remembers what it has to do and what it has played. */
  stateFile: string
  mediaDir: string
  /** How much faster than a human voice it speaks, for trials. */
  speed: number
  heartbeatSeconds: number
  /** How wrong its clock is, for trials. */
  clockErrorMs: number
}

/** Reads the settings; makes the device's own key at the first start. */
export const readConfig = async (env: NodeJS.ProcessEnv): Promise<DeviceConfig> => {
  const code = demand(env, 'DEVICE_CODE')
  const privateKey = createPrivateKey(await keyText(env.KEY_FILE ?? `${code}.pem`))
  return {
    code,
    hubUrl: demand(env, 'HUB_URL').replace(/\/$/, ''),
    hubKeys: demand(env, 'HUB_KEY').split(','),
    privateKey,
    publicKey: createPublicKey(privateKey)
      .export({ type: 'spki', format: 'der' })
      .subarray(-32)
      .toString('base64'),
    port: Number(env.PORT ?? 4100),
    mqttUrl: env.MQTT_URL || undefined,
    transport: env.MQTT_URL ? 'mqtt' : env.TRANSPORT === 'pull' ? 'pull' : 'http',
    stateFile: env.STATE_FILE ?? `${code}.json`,
    mediaDir: env.MEDIA_DIR ?? `${code}.media`,
    speed: Number(env.SPEED ?? 1),
    heartbeatSeconds: Number(env.HEARTBEAT_SECONDS ?? 15),
    clockErrorMs: Number(env.CLOCK_ERROR_MS ?? 0),
  }
}

const demand = (env: NodeJS.ProcessEnv, name: string): string => {
  const value = env[name]
  if (!value) throw new Error(`${name} is missing`)
  return value
}

const keyText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8')
  } catch {
    const { privateKey } = generateKeyPairSync('ed25519')
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    await writeFile(file, pem, { mode: 0o600 })
    return pem
  }
}
