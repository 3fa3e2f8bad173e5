import type { Sql } from '#kit/transaction.ts'
import { receiverError } from './receiverErrors.ts'
import type { KeyScope } from './siteKey.ts'
import { makeKey } from './siteKey.ts'

/** A key as screens show it. Times are ISO 8601. */
export type KeyRow = {
  id: string
  label: string
  scopes: KeyScope[]
  hint: string
  createdAt: string
  expiresAt: string
  state: 'in_force' | 'ending' | 'replaced' | 'expired' | 'revoked'
  overlapUntil: string | null
  usedAt: string | null
  usedFrom: string | null
  refusals: { code: string; n: number; lastAt: string; lastAddress: string }[]
}

/** Keys a site may hold at once. */
const MOST_KEYS = 20

const time = (column: string) => `to_json(${column}) #>> '{}'`

/** All keys a site ever had, newest first. */
export const readKeys = async (sql: Sql, site: string): Promise<KeyRow[]> => {
  const { rows } = await sql.query<KeyRow>(
    `select k.id, k.label, k.scopes, k.hint, ${time('k.created_at')} as "createdAt", ${time('k.expires_at')} as "expiresAt",
       case when k.revoked_at is not null then 'revoked' when k.overlap_until <= clock_timestamp() then 'replaced'
         when k.expires_at <= clock_timestamp() then 'expired' when k.overlap_until is not null then 'ending'
         else 'in_force' end as state,
       ${time('k.overlap_until')} as "overlapUntil", ${time('u.used_at')} as "usedAt", u.address as "usedFrom",
       coalesce((select json_agg(json_build_object('code', r.code, 'n', r.n, 'lastAt', r.last_at, 'lastAddress', r.last_address)
         order by r.last_at desc) from cross_posting.key_refusals r where r.key_id = k.id), '[]') as refusals
     from cross_posting.site_keys k left join cross_posting.key_uses u on u.key_id = k.id
     where k.site = $1 order by k.created_at desc limit 100`,
    [site],
  )
  return rows
}

/**
 * Makes a key for a site. The token is returned this once and kept nowhere.
 *
 * @throws PortalError too_many_keys
 */
export const issueKey = async (
  sql: Sql,
  key: {
    site: string
    label: string
    scopes: readonly KeyScope[]
    days: number
    by: number | null
  },
): Promise<{ id: string; token: string }> => {
  // Of two who make the last one at once, one is refused.
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `site_keys:${key.site}`,
  ])
  const { rows: count } = await sql.query<{ n: number }>(
    `select count(*)::int as n from cross_posting.site_keys k where k.site = $1 and k.revoked_at is null
       and k.expires_at > clock_timestamp() and (k.overlap_until is null or k.overlap_until > clock_timestamp())`,
    [key.site],
  )
  if ((count[0]?.n ?? 0) >= MOST_KEYS) throw receiverError('too_many_keys')
  const { token, hash, hint } = makeKey()
  const { rows } = await sql.query<{ id: string }>(
    `insert into cross_posting.site_keys (site, label, scopes, hint, hash, created_by, expires_at)
     values ($1, $2, $3::text[], $4, $5, $6::int, clock_timestamp() + make_interval(days => $7::int)) returning id`,
    [key.site, key.label, `{${key.scopes.join()}}`, hint, hash, key.by, key.days],
  )
  return { id: rows[0]?.id ?? '', token }
}

/**
 * Makes the successor of a key, with its label, scopes and length of life. The old one stays good for the overlap.
 *
 * @param key.most scopes the successor may have at most, since whoever asks is given it; null: any
 * @throws PortalError key_not_found, key_not_in_force, key_scope
 */
export const rotateKey = async (
  sql: Sql,
  key: { site: string; id: string; by: number | null; most: readonly KeyScope[] | null },
): Promise<{ id: string; token: string }> => {
  const { rows: before } = await sql.query<{
    label: string
    scopes: KeyScope[]
    days: number
    isGood: boolean
  }>(
    `select label, scopes, greatest(1, round(extract(epoch from expires_at - created_at) / 86400))::int as days,
       revoked_at is null and replaced_by is null and expires_at > clock_timestamp() as "isGood"
     from cross_posting.site_keys where site = $1 and id = $2::uuid for update`,
    [key.site, key.id],
  )
  const old = before[0]
  if (!old) throw receiverError('key_not_found')
  if (!old.isGood) throw receiverError('key_not_in_force')
  if (old.scopes.some((one) => key.most && !key.most.includes(one)))
    throw receiverError('key_scope')
  const made = await issueKey(sql, { ...old, site: key.site, by: key.by })
  await sql.query(
    `update cross_posting.site_keys set replaced_by = $2::uuid, overlap_until = clock_timestamp() + make_interval(hours =>
       (select value from cross_posting.settings where name = 'overlapHours')) where id = $1::uuid`,
    [key.id, made.id],
  )
  return made
}

/**
 * Ends a key at once.
 *
 * @throws PortalError key_not_found
 */
export const revokeKey = async (
  sql: Sql,
  key: { site: string; id: string; by: number | null },
): Promise<void> => {
  const { rowCount } = await sql.query(
    `update cross_posting.site_keys set revoked_at = coalesce(revoked_at, clock_timestamp()), revoked_by = coalesce(revoked_by, $3::int)
     where site = $1 and id = $2::uuid`,
    [key.site, key.id, key.by],
  )
  if (!rowCount) throw receiverError('key_not_found')
}
