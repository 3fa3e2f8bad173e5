import type { PayloadRequest } from 'payload'
import type { Pool } from 'pg'
import type { KeyRing } from './createKeyRing.ts'
import { createKeyRing } from './createKeyRing.ts'
import { receiverError } from './receiverErrors.ts'
import type { KeyScope, SiteKey } from './siteKey.ts'
import { keyIn } from './siteKey.ts'
import type { SiteRight } from './siteRights.ts'
import { mayAt } from './siteRights.ts'

const rings = new WeakMap<Pool, KeyRing>()

/**
 * The key with which a program calls the API; null when it brought none. Where the key was used is kept by the gate in front.
 *
 * @param scope null: any will do
 * @throws PortalError as `KeyRing.identify`
 */
export const keyOfCaller = async (
  req: PayloadRequest,
  scope: KeyScope | null,
): Promise<SiteKey | null> => {
  const token = keyIn(req.headers.get('authorization'))
  if (!token) return null
  const { pool } = req.payload.db as unknown as { pool: Pool } // hidden by the base type
  const ring = rings.get(pool) ?? createKeyRing(pool)
  rings.set(pool, ring)
  return ring.identify(token, { scope, address: null })
}

/**
 * Refuses whoever may not do this at the site: neither by a role nor by a key of the site with the scope.
 *
 * @returns the key; null for a person
 * @throws PortalError key_missing, key_scope, site_unknown
 */
export const demandCaller = async (
  req: PayloadRequest,
  site: string,
  by: { right: SiteRight; scope: KeyScope | null },
): Promise<SiteKey | null> => {
  const key = await keyOfCaller(req, by.scope)
  if (key) {
    // Without a scope, this is for people.
    if (key.site !== site || by.scope === null) throw receiverError('key_scope')
    return key
  }
  if (!req.user) throw receiverError('key_missing')
  // A stranger to the site does not learn whether it exists.
  if (!(await mayAt(req, site, by.right))) throw receiverError('site_unknown')
  return null
}
