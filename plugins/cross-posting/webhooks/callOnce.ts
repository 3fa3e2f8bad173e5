import { randomBytes, randomUUID } from 'node:crypto'
import type { Task } from 'graphile-worker'
import type { JobContext } from '#kit/jobContext.ts'
import { installationKey } from '#kit/signingKey.ts'
import { addressRules } from '#kit/addressRules.ts'
import type { Called } from './callEndpoint.ts'
import { CALL_DEADLINE_MS, callEndpoint } from './callEndpoint.ts'
import { guardedAgent } from '#kit/guardedAgent.ts'
import { signHint } from './signHint.ts'
import { endpointSecret, readWebhookKeys } from './webhookKeys.ts'

type Endpoint = { site: string; url: string; generation: number; state: string }

/**
 * Calls one endpoint once because somebody asked for it: to verify it, or with an event that says it is a test. An endpoint is
 * verified when it sends the challenge back: only a program that was made for these webhooks does, so nobody has strangers called.
 */
export const createCall =
  (context: JobContext): Task =>
  async (payload) => {
    const { endpoint: id, type } = payload as { endpoint: string; type: 'test' | 'endpoint.verify' }
    const { pool, env } = context
    const { rows } = await pool.query<Endpoint>(
      `select site, url, secret_generation as generation, state from cross_posting.endpoints where id = $1 and state <> 'removed'`,
      [id],
    )
    const endpoint = rows[0]
    if (!endpoint || (type === 'test' && endpoint.state !== 'active')) return
    const startedAt = context.now()
    const challenge = randomBytes(24).toString('base64url')
    const messageId = randomUUID()
    const body = JSON.stringify({
      type,
      site: endpoint.site,
      sentAt: startedAt.toISOString(),
      ...(type === 'test' ? {} : { challenge }),
    })
    const installation = await installationKey(env)
    const headers = signHint(
      { id: `msg_${messageId}`, timestamp: Math.floor(startedAt.getTime() / 1000), body },
      {
        keys: await readWebhookKeys(pool, installation),
        secrets: [endpointSecret(installation, { id, ...endpoint })],
      },
    )
    const mayDial = addressRules(env.webhookPrivateNetworks)
    const agent = guardedAgent({ mayDial, timeoutMs: CALL_DEADLINE_MS })
    const called = await callEndpoint(agent, { url: endpoint.url, headers, body })
    await agent.destroy()
    const outcome =
      type === 'endpoint.verify' && called.outcome === 'accepted' && !isEchoed(called, challenge)
        ? 'no_challenge'
        : called.outcome
    await pool.query(
      `insert into cross_posting.attempts (endpoint_id, type, message_id, started_at, duration_ms, outcome, status, detail)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, type, messageId, startedAt, called.durationMs, outcome, called.status, called.detail],
    )
    if (type === 'endpoint.verify') await settle(context, id, outcome)
  }

const isEchoed = ({ text }: Called, challenge: string): boolean => {
  try {
    return (JSON.parse(text) as { challenge?: unknown } | null)?.challenge === challenge
  } catch {
    return false
  }
}

/** What was given up before is due again. */
const settle = async ({ pool }: JobContext, id: string, outcome: string) => {
  const isGood = outcome === 'accepted'
  await pool.query(
    `with e as (
       update cross_posting.endpoints set state = case when $2 then 'active' else state end, problem = $3,
         verified_at = case when $2 then clock_timestamp() else verified_at end, changed_at = clock_timestamp()
       where id = $1 and state <> 'removed' returning id)
     update cross_posting.hints h set failures = 0, failing_since = null, dead_at = null, next_at = clock_timestamp()
     from e where $2 and h.endpoint_id = e.id`,
    [id, isGood, isGood ? null : outcome],
  )
}
