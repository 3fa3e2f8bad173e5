import type { PayloadRequest } from 'payload'
import { enqueue } from '#kit/enqueue.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { installationKey } from '#kit/signingKey.ts'
import type { Sql } from '#kit/transaction.ts'
import { sqlOf, withTransaction } from '#kit/transaction.ts'
import { receiverError } from '../receivers/receiverErrors.ts'
import { endpointSecret } from './webhookKeys.ts'

const MOST_ENDPOINTS = 5

/**
 * Enters an address to be called, and has it verified.
 *
 * @returns its id, and the secret of the symmetric signature, shown this once
 * @throws PortalError bad_url, log_unknown, too_many_endpoints
 */
export const addEndpoint = (
  req: PayloadRequest,
  entry: {
    site: string
    url: string
    logs: readonly string[]
    collections: readonly string[] | null
  },
): Promise<{ id: string; secret: string }> =>
  withTransaction(req, async (sql) => {
    const url = demandUrl(entry.url)
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `endpoints:${entry.site}`,
    ])
    const { rows: known } = await sql.query<{ logs: number; endpoints: number }>(
      `select (select count(*)::int from unnest($2::text[]) l where l = 'common'
          or exists (select from cross_posting.sites s where s.code = l and s.is_active)) as logs,
         (select count(*)::int from cross_posting.endpoints e where e.site = $1 and e.state <> 'removed') as endpoints`,
      [entry.site, `{${entry.logs.join()}}`],
    )
    if (known[0]?.logs !== entry.logs.length) throw receiverError('log_unknown')
    if ((known[0]?.endpoints ?? 0) >= MOST_ENDPOINTS) throw receiverError('too_many_endpoints')
    const { rows } = await sql.query<{ id: string }>(
      `insert into cross_posting.endpoints (site, url, logs, collections, created_by)
       values ($1, $2, $3::text[], $4::text[], $5::int) returning id`,
      [
        entry.site,
        url,
        `{${entry.logs.join()}}`,
        entry.collections && `{${entry.collections.join()}}`,
        req.user?.id ?? null,
      ],
    )
    const id = rows[0]?.id ?? ''
    await callOnce(req, id, 'endpoint.verify')
    const installation = await installationKey(readRuntimeEnv(process.env))
    return { id, secret: endpointSecret(installation, { id, generation: 1 }) }
  })

/** Has it verified anew: what was switched off, gone or never verified is called again when it passes. */
export const verifyEndpoint = async (req: PayloadRequest, endpoint: EndpointKey): Promise<void> => {
  await demandEndpoint(await sqlOf(req), endpoint)
  await callOnce(req, endpoint.id, 'endpoint.verify')
}

/**
 * Sends an event that says it is a test.
 *
 * @throws PortalError endpoint_not_verified
 */
export const testEndpoint = async (req: PayloadRequest, endpoint: EndpointKey): Promise<void> => {
  const { state } = await demandEndpoint(await sqlOf(req), endpoint)
  if (state !== 'active') throw receiverError('endpoint_not_verified')
  await callOnce(req, endpoint.id, 'test')
}

/**
 * Has the newest of every log told once more, at once, also where it was given up.
 *
 * @throws PortalError endpoint_not_verified
 */
export const replayEndpoint = (req: PayloadRequest, endpoint: EndpointKey): Promise<void> =>
  withTransaction(req, async (sql) => {
    const { state } = await demandEndpoint(sql, endpoint)
    if (state !== 'active') throw receiverError('endpoint_not_verified')
    await sql.query(
      `update cross_posting.hints set told_seq = least(told_seq, seq - 1), failures = 0, failing_since = null, dead_at = null,
         next_at = clock_timestamp(), message_id = gen_random_uuid() where endpoint_id = $1::uuid`,
      [endpoint.id],
    )
    for (const lane of [0, 1]) {
      const jobKey = `crossPostingHints:${lane}`
      await enqueue(req, {
        task: 'crossPostingHints',
        payload: { lane },
        jobKey,
        priority: lane - 1,
      })
    }
  })

/** Switches it off; `removed` takes it off the list for good. */
export const closeEndpoint = async (
  sql: Sql,
  endpoint: EndpointKey,
  state: 'disabled' | 'removed',
): Promise<void> => {
  await demandEndpoint(sql, endpoint)
  await sql.query(
    `update cross_posting.endpoints set state = $2, problem = null, changed_at = clock_timestamp() where id = $1::uuid`,
    [endpoint.id, state],
  )
}

/** The next secret of an endpoint; the one before it signs beside it for the overlap. */
export const rotateEndpointSecret = async (
  sql: Sql,
  endpoint: EndpointKey,
): Promise<{ secret: string }> => {
  await demandEndpoint(sql, endpoint)
  const { rows } = await sql.query<{ generation: number }>(
    `update cross_posting.endpoints set secret_generation = secret_generation + 1, changed_at = clock_timestamp(),
       overlap_until = clock_timestamp() + make_interval(hours =>
         (select value from cross_posting.settings where name = 'overlapHours'))
     where id = $1::uuid returning secret_generation as generation`,
    [endpoint.id],
  )
  const installation = await installationKey(readRuntimeEnv(process.env))
  const generation = rows[0]?.generation ?? 1
  return { secret: endpointSecret(installation, { id: endpoint.id, generation }) }
}

/** An endpoint of a site. */
export type EndpointKey = { site: string; id: string }

const demandEndpoint = async (sql: Sql, { site, id }: EndpointKey): Promise<{ state: string }> => {
  const { rows } = await sql.query<{ state: string }>(
    `select state from cross_posting.endpoints where site = $1 and id = $2::uuid and state <> 'removed'`,
    [site, id],
  )
  if (!rows[0]) throw receiverError('endpoint_not_found')
  return rows[0]
}

const demandUrl = (text: string): string => {
  const url = URL.parse(text)
  const isGood =
    url !== null &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    url.password === ''
  if (!isGood) throw receiverError('bad_url')
  return url.href
}

const callOnce = (req: PayloadRequest, endpoint: string, type: 'test' | 'endpoint.verify') =>
  enqueue(req, {
    task: 'crossPostingCall',
    payload: { endpoint, type },
    jobKey: `crossPostingCall:${type}:${endpoint}`,
    maxAttempts: 3,
  })
