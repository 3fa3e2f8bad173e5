import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * The secrets of this installation, made at its first start. No default ships.
 *
 * @param {string} folder
 * @returns {Promise<{ payloadSecret: string }>}
 */
export const readSecrets = async (folder) => {
  const file = path.join(folder, 'secrets.json')
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  const secrets = { payloadSecret: randomBytes(32).toString('base64url') }
  await mkdir(folder, { recursive: true })
  await writeFile(file, JSON.stringify(secrets), { mode: 0o600 })
  return secrets
}
