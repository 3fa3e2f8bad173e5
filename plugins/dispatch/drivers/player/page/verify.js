const TOLERANCE_SECONDS = 300

/**
 * The body of a message that the hub signed within five minutes of our corrected clock.
 *
 * @param {{ id: string, timestamp: number, signature: string, body: string }} message
 * @param {readonly string[]} hubKeys 32 bytes each, base64
 * @param {number} now milliseconds
 * @param {{ isClock?: boolean }} [options] a clock answer is checked by its nonce, not by our clock
 * @returns {Promise<object | string>} why it was refused, or the body
 */
export const openMessage = async (message, hubKeys, now, { isClock = false } = {}) => {
  const signed = new TextEncoder().encode(`${message.id}.${message.timestamp}.${message.body}`)
  const signatures = String(message.signature)
    .split(' ')
    .filter((one) => one.startsWith('v1a,'))
    .map((one) => bytesOf(one.slice(4)))
  for (const raw of hubKeys) {
    const key = await crypto.subtle.importKey('raw', bytesOf(raw), 'Ed25519', false, ['verify'])
    for (const signature of signatures) {
      if (!(await crypto.subtle.verify('Ed25519', key, signature, signed))) continue
      if (!isClock && Math.abs(now / 1000 - message.timestamp) > TOLERANCE_SECONDS) return 'too_old'
      return JSON.parse(message.body)
    }
  }
  return 'not_signed'
}

/** @param {string} base64 @returns {Uint8Array} */
export const bytesOf = (base64) =>
  Uint8Array.from(atob(base64.replaceAll('-', '+').replaceAll('_', '/')), (one) =>
    one.charCodeAt(0),
  )

/** @param {ArrayBuffer | Uint8Array} bytes @returns {string} */
export const base64Of = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))

/** @param {ArrayBuffer | Uint8Array} bytes @returns {Promise<string>} hex */
export const sha256 = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((one) => one.toString(16).padStart(2, '0'))
    .join('')
