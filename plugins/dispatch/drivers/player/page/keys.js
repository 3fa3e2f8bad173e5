import { base64Of } from './verify.js'

/** A new pair: the private half stays here and cannot be read out, the public one (32 bytes, base64) is entered at the hub. */
export const makeKey = async () => {
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey)
  return { privateKey: pair.privateKey, publicKey: base64Of(raw) }
}

/** An envelope as the hub takes it. */
export const signedBy = async (key, { device, body, now }) => {
  const id = crypto.randomUUID()
  const timestamp = Math.floor(now / 1000)
  const text = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  const signature = `v1a,${base64Of(await crypto.subtle.sign('Ed25519', key, text))}`
  return { device, id, timestamp, signature, body }
}

/**
 * Makes a key of this board's own and enters it at the hub by the code that was made for it there.
 *
 * @returns the private half; @throws Error with what to tell
 */
export const enrolBy = async (device, code) => {
  const { privateKey, publicKey } = await makeKey()
  const body = JSON.stringify({ code, publicKey })
  const answer = await fetch(`/bang-tin/${encodeURIComponent(device)}/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'vi' },
    body: JSON.stringify(await signedBy(privateKey, { device, body, now: Date.now() })),
  })
  if (answer.ok) return privateKey
  const { errors } = await answer.json().catch(() => ({}))
  throw new Error(errors?.[0]?.message ?? 'Trung tâm chưa trả lời. Xin thử lại.')
}

/** The hub's keys by its published set, those it has retired left out; 32 bytes each, base64. */
export const readHubKeys = async () => {
  const answer = await fetch('/.well-known/jwks.json')
  const { keys } = await answer.json()
  return keys.filter((one) => !one.retired).map((one) => one.x)
}
