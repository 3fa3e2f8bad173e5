import { createHash, randomBytes } from 'node:crypto'

/** What a key lets a site do: read beyond what strangers may, propose items, look after its own keys and endpoints. */
export const keyScopes = ['feed', 'propose', 'manage'] as const
export type KeyScope = (typeof keyScopes)[number]

/** A key that is good now. */
export type SiteKey = { id: string; site: string; scopes: readonly KeyScope[] }

const PREFIX = 'cpk_'
const pattern = /^cpk_[\w-]{43}$/

/** A new key: 256 random bits, so that a plain hash keeps it. */
export const makeKey = (): { token: string; hash: string; hint: string } => {
  const token = PREFIX + randomBytes(32).toString('base64url')
  return { token, hash: hashOfKey(token), hint: `${token.slice(0, 8)}…${token.slice(-4)}` }
}

/** What is kept of a key. */
export const hashOfKey = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * The key in the header `Authorization: Bearer cpk_…`.
 *
 * @returns undefined when the header is absent or of another kind, such as a session
 */
export const keyIn = (authorization: string | null | undefined): string | undefined => {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  return token?.startsWith(PREFIX) ? token : undefined
}

/** Whether a text can be a key at all; what cannot is not looked up. */
export const isKeyShaped = (token: string): boolean => pattern.test(token)
