import { readFile } from 'node:fs/promises'
import { VerifierError } from './verifierError.ts'

/**
 * Reads devices' public keys from a file: a line each, the code of the device, then its key (Ed25519, 32 bytes, base64).
 * What stands behind `#` is a remark.
 *
 * @returns keys by device
 * @throws VerifierError for a line that is neither
 */
export const readDeviceKeys = async (file: string): Promise<Map<string, Set<string>>> => {
  const keys = new Map<string, Set<string>>()
  const lines = (await readFile(file, 'utf8')).split('\n')
  for (const [index, line] of lines.entries()) {
    const words = line.replace(/#.*/, '').trim()
    if (words === '') continue
    const found = /^(\S+)[\s,;]+([A-Za-z0-9+/]{43}=)$/.exec(words)
    const [, device, key] = found ?? []
    if (!device || !key)
      throw new VerifierError(`${file}, line ${index + 1}: not a device code and its key`)
    keys.set(device, (keys.get(device) ?? new Set()).add(key))
  }
  return keys
}
