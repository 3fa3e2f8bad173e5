import { jwtVerify, SignJWT } from 'jose'
import { installationKey, keyIdOf, publicKeyOf, retiredKeys } from '#kit/signingKey.ts'
import type { RuntimeEnv } from '#kit/runtimeEnv.ts'

/** Makes and reads tokens that stand in links; whoever has one needs no account for what it is for. */
export type SignedLinks = {
  /** @param options.days until it is worth nothing */
  issue: (claims: Record<string, string>, options: { now: Date; days: number }) => Promise<string>
  /** The claims of a token that this installation signed for this purpose and that has not expired. */
  read: (token: string, now: Date) => Promise<Record<string, unknown> | undefined>
}

/**
 * Tokens signed with the installation's key (JWT, RFC 7519; EdDSA, RFC 8037). Those signed with a key that was retired are
 * good until they expire.
 *
 * @param purpose a token for one thing opens no other
 */
export const signedLinks = (
  env: Pick<RuntimeEnv, 'signingKeyFile' | 'dataDir'>,
  purpose: string,
): SignedLinks => ({
  issue: async (claims, { now, days }) => {
    const { privateKey, publicKey } = await installationKey(env)
    const seconds = Math.floor(now.getTime() / 1000)
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', kid: keyIdOf(publicKey) })
      .setAudience(purpose)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + days * 86_400)
      .sign(privateKey)
  },
  read: async (token, now) => {
    const { publicKey } = await installationKey(env)
    const keys = [publicKey, ...(await retiredKeys(env))]
    try {
      const { payload } = await jwtVerify(
        token,
        ({ kid }) => {
          const raw = keys.find((one) => keyIdOf(one) === kid)
          if (!raw) throw new Error('unknown key')
          return publicKeyOf(raw)
        },
        { audience: purpose, algorithms: ['EdDSA'], currentDate: now },
      )
      return payload
    } catch {
      return undefined // forged, expired, or for something else: all the same to who brings it
    }
  },
})
