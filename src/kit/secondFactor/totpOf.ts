import { Secret, TOTP } from 'otpauth'

/** Seconds for which a code holds (RFC 6238). */
const PERIOD = 30

/**
 * The codes of a secret: six digits, every 30 seconds, as every authenticator app makes them (RFC 6238).
 *
 * @param secret base32
 */
export const totpOf = (secret: string) => {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD })
  return {
    /** The code at a time. */
    codeAt: (at: Date): string => totp.generate({ timestamp: at.getTime() }),
    /** The time step a code belongs to, one step before or after `now` included; null when it belongs to none. */
    stepOf: (code: string, now: Date): number | null => {
      const token = code.replace(/\s/g, '')
      if (!/^\d{6}$/.test(token)) return null
      const delta = totp.validate({ token, timestamp: now.getTime(), window: 1 })
      return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta
    },
  }
}
