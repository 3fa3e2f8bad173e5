import type { Sql } from '#kit/transaction.ts'
import { receiverError } from './receiverErrors.ts'
import type { KeyScope } from './siteKey.ts'
import { makeKey } from './siteKey.ts'
import { tellRotation } from './tellRotation.ts'

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
  /** The key that made it; null when a person did. */
  madeBy: { label: string; hint: string } | null
  usedAt: string | null
  usedFrom: string | null
  refusals: { code: string; n: number; lastAt: string; lastAddress: string }[]
}

/** Who makes or ends a key: a person, or a key of scope `manage`; neither is the system. */
export type KeyMaker = { person: number | null; key: string | null }

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
       ${time('k.overlap_until')} as "overlapUntil",
       case when m.id is not null then json_build_object('label', m.label, 'hint', m.hint) end as "madeBy", ${time('u.used_at')} as "usedAt", u.address as "usedFrom",
       coalesce((select json_agg(json_build_object('code', r.code, 'n', r.n, 'lastAt', r.last_at, 'lastAddress', r.last_address)
         order by r.last_at desc) from cross_posting.key_refusals r where r.key_id = k.id), '[]') as refusals
     from cross_posting.site_keys k left join cross_posting.key_uses u on u.key_id = k.id
       left join cross_posting.site_keys m on m.id = k.made_by_key
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
    by: KeyMaker
  },
): Promise<{ id: string; token: string }> => {
  await lockKeys(sql, key.site)
  const { rows: count } = await sql.query<{ n: number }>(
    `select count(*)::int as n from cross_posting.site_keys k where k.site = $1 and k.revoked_at is null
       and k.expires_at > clock_timestamp() and (k.overlap_until is null or k.overlap_until > clock_timestamp())`,
    [key.site],
  )
  if ((count[0]?.n ?? 0) >= MOST_KEYS) throw receiverError('too_many_keys')
  const { token, hash, hint } = makeKey()
  const { rows } = await sql.query<{ id: string }>(
    `insert into cross_posting.site_keys (site, label, scopes, hint, hash, created_by, made_by_key, expires_at)
     values ($1, $2, $3::text[], $4, $5, $6::int, $7::uuid, clock_timestamp() + make_interval(days => $8::int)) returning id`,
    [
      key.site,
      key.label,
      `{${key.scopes.join()}}`,
      hint,
      hash,
      key.by.person,
      key.by.key,
      key.days,
    ],
  )
  return { id: rows[0]?.id ?? '', token }
}

/**
 * Makes the successor of a key, with its label, scopes and length of life. The old one stays good for the overlap. What a key
 * has made is told to the site's technicians.
 *
 * @param key.most scopes the successor may have at most, since whoever asks is given it; null: any
 * @throws PortalError key_not_found, key_not_in_force, key_scope, key_revoked, too_many_rotations
 */
export const rotateKey = async (
  sql: Sql,
  key: { site: string; id: string; by: KeyMaker; most: readonly KeyScope[] | null },
): Promise<{ id: string; token: string }> => {
  await lockKeys(sql, key.site)
  if (key.by.key) {
    await demandUnrevoked(sql, key.by.key)
    await demandFewByKeys(sql, key.site)
  }
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
  if (key.by.key) await tellRotation(sql, { site: key.site, old: key.id, by: key.by.key })
  return made
}

/** Whoever stole a key that makes keys buries neither the mails that tell of it nor the page that shows it. */
const demandFewByKeys = async (sql: Sql, site: string) => {
  const { rowCount } = await sql.query(
    `select from cross_posting.settings s where s.name = 'rotationsByKeyDay' and s.value <= (
       select count(*) from cross_posting.site_keys k where k.site = $1 and k.made_by_key is not null
         and k.created_at > clock_timestamp() - interval '1 day')`,
    [site],
  )
  if (rowCount > 0) throw receiverError('too_many_rotations')
}

/** Between being asked for and the lock the asking key may have been ended, and what it had made with it. */
const demandUnrevoked = async (sql: Sql, id: string) => {
  const { rowCount } = await sql.query(
    'select from cross_posting.site_keys where id = $1::uuid and revoked_at is null',
    [id],
  )
  if (rowCount !== 1) throw receiverError('key_revoked')
}

/**
 * Ends a key at once, and with it every key that it or what it made has made: a stolen key leaves none behind. Keys that people
 * made stay, and so does the key that asks, with what it has made.
 *
 * @returns the ids of the keys that were ended, its own first
 * @throws PortalError key_not_found
 */
export const revokeKey = async (
  sql: Sql,
  key: { site: string; id: string; by: KeyMaker },
): Promise<string[]> => {
  await lockKeys(sql, key.site)
  const { rows } = await sql.query<{ id: string; ended: boolean }>(
    `with recursive ends as (
       select id, replaced_by, 0 as depth from cross_posting.site_keys where site = $1 and id = $2::uuid
       union
       select k.id, k.replaced_by, e.depth + 1 from ends e join cross_posting.site_keys k
         on k.made_by_key = e.id or (k.id = e.replaced_by and k.made_by_key is not null)
       where k.id is distinct from $4::uuid
     ), ended as (
       update cross_posting.site_keys k set revoked_at = clock_timestamp(), revoked_by = $3::int
       where k.id in (select id from ends) and k.revoked_at is null returning k.id
     )
     select e.id, e.id in (select id from ended) as ended from ends e group by e.id order by min(e.depth), e.id`,
    [key.site, key.id, key.by.person, key.by.key],
  )
  if (rows.length === 0) throw receiverError('key_not_found')
  return rows.filter((one) => one.ended).map((one) => one.id)
}

/** One after another: nothing is made by a key while it is ended, and of two who make the last one at once, one is refused. */
const lockKeys = (sql: Sql, site: string) =>
  sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`site_keys:${site}`])
