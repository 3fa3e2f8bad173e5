import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Without look-alikes: no 0, O, 1, I, L. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 13
const MAX_AGE_MS = 24 * 3_600_000

/**
 * Makes and checks the token a form carries. Sending one form twice, by reloading or by an impatient finger, gives the
 * same tracking code and so the same question; going back and writing another one gives another.
 */
export type FormTokens = {
  issue: (now: number) => string
  isValid: (token: string, now: number) => boolean
  /** The tracking code of what is sent with this token, 64 bits: `7KXM-29QF-HV3TA`. */
  codeOf: (token: string, sent: string) => string
}

/** @param secret of the installation; its processes share it */
export const createFormTokens = (secret: string): FormTokens => {
  const mac = (purpose: string, text: string) =>
    createHmac('sha256', secret).update(`${purpose}\n${text}`).digest()
  return {
    issue: (now) => {
      const text = `${randomBytes(12).toString('base64url')}.${now.toString(36)}`
      return `${text}.${mac('question form', text).toString('base64url')}`
    },
    isValid: (token, now) => {
      const cut = token.lastIndexOf('.')
      const text = token.slice(0, cut)
      const given = Buffer.from(token.slice(cut + 1), 'base64url')
      const wanted = mac('question form', text)
      if (cut < 0 || given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false
      const age = now - Number.parseInt(text.slice(text.indexOf('.') + 1), 36)
      return age >= 0 && age < MAX_AGE_MS
    },
    codeOf: (token, sent) => {
      let number = BigInt(
        `0x${mac('question code', `${token}\n${sent}`).subarray(0, 16).toString('hex')}`,
      )
      let code = ''
      for (let place = 0; place < CODE_LENGTH; place += 1) {
        code += ALPHABET[Number(number % BigInt(ALPHABET.length))]
        number /= BigInt(ALPHABET.length)
      }
      return groupCode(code)
    },
  }
}

/** A code as people typed it, in the form in which it is stored: `7kxm29qfhv3ta` → `7KXM-29QF-HV3TA`. */
export const groupCode = (typed: string): string => {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return bare.length === CODE_LENGTH
    ? `${bare.slice(0, 4)}-${bare.slice(4, 8)}-${bare.slice(8)}`
    : typed.trim().toUpperCase()
}
