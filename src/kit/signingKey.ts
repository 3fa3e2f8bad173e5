import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { RuntimeEnv } from './runtimeEnv.ts'

/** The Ed25519 key with which this installation signs what it sends. */
export type InstallationKey = {
  privateKey: KeyObject
  /** Raw public key, base64, as devices and sites store it. */
  publicKey: string
}

/**
 * The key of this installation; made at first need in SIGNING_KEY_FILE, else under COLOA_DATA_DIR/keys, readable by its
 * owner only. Of two processes that need it at once, one makes it and the other reads it. Who holds it has the one that took
 * its place within a second (`changeKey`).
 */
export const installationKey = async (
  env: Pick<RuntimeEnv, 'signingKeyFile' | 'dataDir'>,
): Promise<InstallationKey> => {
  const file = keyFile(env)
  return followed(file, (await readIfThere(file)) ?? (await make(file)))
}

/**
 * The key that is to follow, made where there is none yet: `next.pem` beside the key file.
 *
 * @returns its public half, 32 bytes in base64
 */
export const makeNextKey = async (
  env: Pick<RuntimeEnv, 'signingKeyFile' | 'dataDir'>,
): Promise<string> => {
  const file = nextFile(env)
  return keysOf((await readIfThere(file)) ?? (await make(file))).publicKey
}

/**
 * Puts the next key in the place of the one in use, whose public half is kept under `retired/`. Done before, it does nothing.
 *
 * @param expected the public half of the next key
 * @throws Error when `next.pem` is another one or missing
 */
export const changeKey = async (
  env: Pick<RuntimeEnv, 'signingKeyFile' | 'dataDir'>,
  expected: string,
): Promise<void> => {
  const file = keyFile(env)
  const { privateKey, publicKey } = await installationKey(env)
  if (publicKey === expected) return
  const pem = await readIfThere(nextFile(env))
  if (!pem || keysOf(pem).publicKey !== expected)
    throw new Error(`${nextFile(env)} does not hold the key that devices were told.`)
  const folder = path.join(path.dirname(file), 'retired')
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const kept = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' })
  await writeFile(path.join(folder, `${keyIdOf(publicKey)}.pub`), kept)
  await rename(nextFile(env), file)
}

/**
 * The public keys with which this installation signed before: `retired/*.pub` (PEM) beside its key file, by name. What they
 * signed can be checked as long as they are kept there.
 *
 * @returns 32 bytes each, base64
 * @throws Error naming a file that is not an Ed25519 public key
 */
export const retiredKeys = async (
  env: Pick<RuntimeEnv, 'signingKeyFile' | 'dataDir'>,
): Promise<string[]> => {
  const folder = path.join(path.dirname(keyFile(env)), 'retired')
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = names.filter((name) => name.endsWith('.pub')).sort()
  return Promise.all(files.map((name) => readPublicKey(path.join(folder, name))))
}

/**
 * Signs as Standard Webhooks do: `id.timestamp.body`.
 *
 * @param timestamp seconds since 1970
 * @returns the value of the header `webhook-signature`
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const signWebhook = (
  key: InstallationKey,
  message: { id: string; timestamp: number; body: string },
): string =>
  `v1a,${sign(null, Buffer.from(`${message.id}.${message.timestamp}.${message.body}`), key.privateKey).toString('base64')}`

/** Signs bytes with the installation's key, and names it as the published key set does. */
export const installationSigner = async (env: Pick<RuntimeEnv, 'signingKeyFile' | 'dataDir'>) => {
  const { privateKey, publicKey } = await installationKey(env)
  return {
    keyId: keyIdOf(publicKey),
    sign: (bytes: Uint8Array): Promise<string> =>
      Promise.resolve(sign(null, bytes, privateKey).toString('base64')),
  }
}

/** The 32 bytes of an Ed25519 public key, base64. */
export const rawPublicKey = (key: KeyObject): string =>
  key.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')

/** The RFC 7638 thumbprint of an Ed25519 public key given as 32 bytes in base64: its `kid` in the published key set. */
export const keyIdOf = (publicKey: string): string => {
  const x = Buffer.from(publicKey, 'base64').toString('base64url')
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url')
}

/** A key object of 32 bytes in base64. */
export const publicKeyOf = (raw: string): KeyObject =>
  createPublicKey({
    key: Buffer.concat([
      Buffer.from('302a300506032b6570032100', 'hex'),
      Buffer.from(raw, 'base64'),
    ]),
    format: 'der',
    type: 'spki',
  })

const keyFile = (env: Pick<RuntimeEnv, 'signingKeyFile' | 'dataDir'>): string =>
  env.signingKeyFile ?? path.join(env.dataDir, 'keys', 'installation.pem')

const nextFile = (env: Pick<RuntimeEnv, 'signingKeyFile' | 'dataDir'>): string =>
  path.join(path.dirname(keyFile(env)), 'next.pem')

const keysOf = (pem: string): InstallationKey => {
  const privateKey = createPrivateKey(pem)
  return { privateKey, publicKey: rawPublicKey(createPublicKey(privateKey)) }
}

const LOOKED_AT_MS = 500

/** The key in a file, also after another was put there; a file that cannot be read just now changes nothing. */
const followed = (file: string, pem: string): InstallationKey => {
  let known = { pem, ...keysOf(pem) }
  let lookedAt = performance.now()
  const current = () => {
    if (performance.now() - lookedAt < LOOKED_AT_MS) return known
    lookedAt = performance.now()
    try {
      const found = readFileSync(file, 'utf8')
      if (found !== known.pem) known = { pem: found, ...keysOf(found) }
    } catch {
      // the one that is known goes on
    }
    return known
  }
  return {
    get privateKey() {
      return current().privateKey
    },
    get publicKey() {
      return current().publicKey
    },
  }
}

const readPublicKey = async (file: string): Promise<string> => {
  const text = await readFile(file, 'utf8')
  // Node makes a public key of a private one too: that has no place here.
  if (text.includes('PRIVATE KEY'))
    throw new Error(`${file} holds a private key; keep its public half only.`)
  try {
    const key = createPublicKey(text)
    if (key.asymmetricKeyType === 'ed25519') return rawPublicKey(key)
  } catch {
    // told below
  }
  throw new Error(`${file} is not an Ed25519 public key in PEM.`)
}

const readIfThere = async (file: string): Promise<string | undefined> => {
  try {
    const text = await readFile(file, 'utf8')
    return text.includes('END PRIVATE KEY') ? text : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const make = async (file: string): Promise<string> => {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const pem = generateKeyPairSync('ed25519')
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString()
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(pem)
    await handle.sync()
    await handle.close()
    return pem
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  for (let turn = 0; turn < 50; turn += 1) {
    const written = await readIfThere(file)
    if (written) return written
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
  }
  throw new Error(`The signing key ${file} is not readable or not whole.`)
}
