import { registryError } from '../registryErrors.ts'
import { columns } from './columns.ts'

/**
 * The text of a CSV file as spreadsheets in Vietnam write it: UTF-8 or UTF-16 with or without a mark, or Windows-1258 where
 * a Vietnamese heading proves that it is that. Anything else would turn letters into others without anybody noticing.
 *
 * @returns NFC
 * @throws PortalError file_encoding
 */
export const decodeCsv = (bytes: Uint8Array): string => {
  const decoded = markedText(bytes) ?? utf16Text(bytes) ?? textIn('utf-8', bytes)
  const text = decoded ?? provenText(bytes)
  if (text === undefined || text.includes('\0')) throw registryError('file_encoding')
  return text.normalize('NFC')
}

const markedText = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return textIn('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return textIn('utf-16be', bytes)
  return undefined
}

/** Without a mark, every other byte of Latin letters is nought. */
const utf16Text = (bytes: Uint8Array): string | undefined => {
  const start = bytes.subarray(0, 200)
  const noughts = (from: 0 | 1) =>
    start.filter((byte, index) => index % 2 === from && byte === 0).length
  if (noughts(1) > start.length / 5) return textIn('utf-16le', bytes)
  if (noughts(0) > start.length / 5) return textIn('utf-16be', bytes)
  return undefined
}

const provenText = (bytes: Uint8Array): string | undefined => {
  const text = textIn('windows-1258', bytes)?.normalize('NFC')
  const [head = ''] = text?.split(/\r?\n/) ?? []
  const isProven = columns.some(([, vi]) => /[^\p{ASCII}]/u.test(vi) && head.includes(vi))
  return isProven ? text : undefined
}

const textIn = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
