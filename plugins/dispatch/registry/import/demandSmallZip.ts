import { registryError } from '../registryErrors.ts'

/** What a list of 5,000 devices takes, many times over. */
const MOST_BYTES = 100 * 1024 * 1024

const ENTRY = 0x02014b50

/**
 * Refuses an archive that says it unpacks to more than a list can be, before anybody unpacks it.
 *
 * @throws PortalError file_too_large, file_unreadable
 */
export const demandSmallZip = (bytes: Buffer): void => {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length) throw registryError('file_unreadable')
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  let total = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY)
      throw registryError('file_unreadable')
    total += bytes.readUInt32LE(at + 24)
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (total > MOST_BYTES) throw registryError('file_too_large')
}
