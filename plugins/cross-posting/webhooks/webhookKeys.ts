import { createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import type { Pool } from 'pg'
import type { InstallationKey } from '#kit/signingKey.ts'
import { keyIdOf, rawPublicKey } from '#kit/signingKey.ts'

/** A key that signs webhooks. */
export type WebhookKey = InstallationKey & { generation: number; since: Date }

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/**
 * The key of one generation. It is derived from the installation's key, which it does not reveal: every process has it, no
 * database holds it, and whoever gets hold of it can sign hints, not decisions.
 */
export const deriveWebhookKey = (
  installation: InstallationKey,
  generation: number,
): InstallationKey => {
  const seed = derive(installation.privateKey, `webhook key ${generation}`)
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  return { privateKey, publicKey: rawPublicKey(createPublicKey(privateKey)) }
}

/**
 * The secret of an endpoint's symmetric signature (`v1`), for receivers whose library knows no other.
 *
 * @returns as Standard Webhooks writes it: `whsec_…`
 */
export const endpointSecret = (
  installation: InstallationKey,
  endpoint: { id: string; generation: number },
): string => {
  const bytes = derive(installation.privateKey, `endpoint ${endpoint.id} ${endpoint.generation}`)
  return `whsec_${bytes.toString('base64')}`
}

/** The key in use, and the one before it as long as the overlap lasts: what is sent is signed by both. */
export const readWebhookKeys = async (
  pool: Pick<Pool, 'query'>,
  installation: InstallationKey,
): Promise<WebhookKey[]> => {
  const { rows } = await pool.query<{ generation: number; since: Date }>(
    `with k as (select generation, since, lead(since) over (order by generation) as until from cross_posting.webhook_keys)
     select generation, since from k where until is null or until > clock_timestamp() - make_interval(hours =>
       (select value from cross_posting.settings where name = 'overlapHours')) order by generation desc`,
  )
  return rows.map((row) => ({ ...deriveWebhookKey(installation, row.generation), ...row }))
}

/** The public halves as `/.well-known/webhook-keys.json` gives them: a JSON Web Key Set, with the form of Standard Webhooks beside. */
export const keySetOf = (keys: readonly WebhookKey[]) => ({
  keys: keys.map(({ publicKey, since }) => ({
    kty: 'OKP',
    crv: 'Ed25519',
    alg: 'EdDSA',
    use: 'sig',
    kid: keyIdOf(publicKey),
    x: Buffer.from(publicKey, 'base64').toString('base64url'),
    whpk: `whpk_${publicKey}`,
    since: since.toISOString(),
  })),
})

const derive = (key: KeyObject, purpose: string): Buffer => {
  const seed = key.export({ format: 'der', type: 'pkcs8' }).subarray(-32)
  return Buffer.from(hkdfSync('sha256', seed, 'coloa cross-posting', purpose, 32))
}
