import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import { receiverError } from './receiverErrors.ts'
import type { KeyScope, SiteKey } from './siteKey.ts'
import { hashOfKey, isKeyShaped } from './siteKey.ts'

/** Who asks with a key. */
export type KeyRing = {
  /**
   * The key behind a token. A key that is good no longer is refused by its own code, and the attempt is noted.
   *
   * @throws PortalError key_unknown, key_revoked, key_expired, key_replaced, key_scope
   */
  identify: (token: string, asked: Asked) => Promise<SiteKey>
  /** The id of a key that was good within the last minute, without asking the database: good enough to count requests by. */
  peek: (token: string) => string | undefined
}

/** @param scope null: any will do. @param address null: somebody else keeps where the key was used. */
type Asked = { scope: KeyScope | null; address: string | null }

type Row = SiteKey & { fault: 'key_revoked' | 'key_expired' | 'key_replaced' | null }

/** Last use is written at most this often for a key and process. */
const USE_MS = 10_000
const PEEK_MS = 60_000

/** Keys are looked up each time, so that revoking one holds from the next request on. */
export const createKeyRing = (pool: Pick<Pool, 'query'>): KeyRing => {
  const recent = new LRUCache<string, string>({ max: 2000, ttl: PEEK_MS })
  const noted = new LRUCache<string, string>({ max: 2000, ttl: USE_MS })

  const noteUse = async (id: string, address: string | null) => {
    if (address === null || noted.get(id) === address) return
    noted.set(id, address)
    await pool.query(
      `insert into cross_posting.key_uses (key_id, used_at, address) values ($1, clock_timestamp(), $2)
       on conflict (key_id) do update set used_at = excluded.used_at, address = excluded.address`,
      [id, address],
    )
  }
  const noteRefusal = (id: string, code: string, address: string | null) =>
    pool.query(
      `insert into cross_posting.key_refusals as r (key_id, code, last_address) values ($1, $2, $3)
       on conflict (key_id, code) do update set n = r.n + 1, last_at = clock_timestamp(), last_address = excluded.last_address`,
      [id, code, address ?? ''],
    )

  return {
    peek: (token) => recent.get(hashOfKey(token)),
    identify: async (token, { scope, address }) => {
      if (!isKeyShaped(token)) throw receiverError('key_unknown')
      const hash = hashOfKey(token)
      const { rows } = await pool.query<Row>(
        `select k.id, k.site, k.scopes, case
           when k.revoked_at is not null then 'key_revoked'
           when k.overlap_until <= clock_timestamp() then 'key_replaced'
           when k.expires_at <= clock_timestamp() then 'key_expired' end as fault
         from cross_posting.site_keys k where k.hash = $1`,
        [hash],
      )
      const found = rows[0]
      if (!found) throw receiverError('key_unknown')
      const fault = found.fault ?? (!scope || found.scopes.includes(scope) ? null : 'key_scope')
      if (fault) {
        recent.delete(hash)
        await noteRefusal(found.id, fault, address)
        throw receiverError(fault)
      }
      recent.set(hash, found.id)
      await noteUse(found.id, address)
      return { id: found.id, site: found.site, scopes: found.scopes }
    },
  }
}
