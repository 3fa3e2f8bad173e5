import type { Router } from 'express'
import express from 'express'
import { installationKey, keyIdOf, retiredKeys } from '#kit/signingKey.ts'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'

const MAX_AGE_SECONDS = 3600

/**
 * `GET /.well-known/jwks.json`: the public key with which devices and sites check what this installation signs, as a JSON
 * Web Key Set (RFC 7517; Ed25519 by RFC 8037; key id: the thumbprint of RFC 7638). The key in use comes first; those it
 * replaced follow with `retired`: good for checking what they signed, for nothing new.
 */
export const publishedKeys = async (
  env: Pick<RuntimeEnv, 'signingKeyFile' | 'dataDir'>,
): Promise<Router> => {
  const installation = await installationKey(env)
  const read = async () => {
    const { publicKey } = installation
    const retired = (await retiredKeys(env)).filter((one) => one !== publicKey)
    return [jwkOf(publicKey), ...retired.map((one) => ({ ...jwkOf(one), retired: true }))]
  }
  await read() // a file that is no key is told at the start
  const router = express.Router()
  router.get('/.well-known/jwks.json', async (_req, res) => {
    const keys = await read()
    res.set('cache-control', `public, max-age=${MAX_AGE_SECONDS}`).json({ keys })
  })
  return router
}

const jwkOf = (publicKey: string) => ({
  kty: 'OKP',
  crv: 'Ed25519',
  alg: 'EdDSA',
  use: 'sig',
  kid: keyIdOf(publicKey),
  x: Buffer.from(publicKey, 'base64').toString('base64url'),
})
