import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const keyOf = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `coloa second factor ${use}`, 32))

/**
 * Encrypts what is stored of a second factor: whoever reads the database alone has nothing.
 *
 * @param secret PAYLOAD_SECRET
 * @param person bound to the text: a row moved to somebody else does not open
 * @returns nonce, tag and text, base64
 */
export const seal = (secret: string, person: number, text: string): string => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, 'seal'), nonce)
  cipher.setAAD(Buffer.from(String(person)))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** The text that was sealed. @throws Error when it was sealed under another secret or for somebody else */
export const unseal = (secret: string, person: number, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', keyOf(secret, 'seal'), bytes.subarray(0, 12))
  cipher.setAAD(Buffer.from(String(person)))
  cipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
}

/** The hash under which a recovery code is stored; spaces, hyphens and case do not count. */
export const hashRecoveryCode = (secret: string, person: number, code: string): string =>
  createHmac('sha256', keyOf(secret, 'recovery'))
    .update(`${person}.${code.replace(/[\s-]/g, '').toUpperCase()}`)
    .digest('base64url')
