import { createPublicKey, verify } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createLogger } from '#kit/logger.ts'
import * as crossPosting from '#plugins/cross-posting/jobs/index.ts'
import { sweepAttempts } from '#plugins/cross-posting/webhooks/sweepAttempts.ts'
import { startWorker } from '#src/worker/startWorker.ts'
import { skipWaiting } from '#tests/support/skipWaiting.ts'
import type { Heard } from './openHub.ts'
import { openHub, openReceiver, takesAll } from './openHub.ts'

let hub: Awaited<ReturnType<typeof openHub>>
let admin: { id: number; token: string }
const stops: (() => unknown)[] = []

const site = '/api/cross-posting/sites/so-xay-dung'

beforeAll(async () => {
  hub = await openHub()
  admin = await hub.person('quan-tri@coloa.example', ['systemAdmin'])
  const logger = createLogger({ level: 'silent', name: 'test' })
  const context = {
    payload: hub.payload,
    pool: hub.pool,
    env: hub.env,
    logger,
    now: () => new Date(),
  }
  // Two workers at once, as in life.
  for (let n = 0; n < 2; n += 1) {
    stops.push(await startWorker({ context: { ...context }, plugins: [crossPosting] }))
  }
})
afterAll(async () => {
  for (const stop of stops.reverse()) await stop()
  await hub?.stop()
})
beforeEach(async () => {
  await hub.owner.query(`update cross_posting.endpoints set state = 'removed'`)
})

const open = async (answer: Parameters<typeof openReceiver>[0]) => {
  const receiver = await openReceiver(answer)
  stops.push(receiver.stop)
  return receiver
}
const post = (path: string, body: unknown = {}) =>
  hub.call('POST', `${site}${path}`, { token: admin.token, body })
const endpoint = async (id: string) => {
  const { rows } = await hub.owner.query<{ state: string; problem: string | null }>(
    'select state, problem from cross_posting.endpoints where id = $1',
    [id],
  )
  return rows[0]
}
const hint = async (id: string) => {
  const { rows } = await hub.owner.query<Record<string, unknown>>(
    'select * from cross_posting.hints where endpoint_id = $1 order by lane desc',
    [id],
  )
  return rows[0]
}
const attempts = async (id: string) => {
  const { rows } = await hub.owner.query<{ type: string; outcome: string; status: number | null }>(
    'select type, outcome, status from cross_posting.attempts where endpoint_id = $1 order by id',
    [id],
  )
  return rows
}
const add = async (url: string, more: Record<string, unknown> = {}) => {
  const { body } = await post('/endpoints', { url, logs: ['ha-noi'], ...more })
  return body as { id: string; secret: string }
}
const addGood = async (url: string, more: Record<string, unknown> = {}) => {
  const made = await add(url, more)
  await expect.poll(() => endpoint(made.id), { timeout: 15_000 }).toMatchObject({ state: 'active' })
  return made
}
const release = async (title: string) => hub.room.publish('articles', await hub.room.draft(title))
const releasesIn = (heard: readonly Heard[]) =>
  heard
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>)
    .filter((one) => one.type === 'release')

/** Keys as a receiver gets them. */
const publishedKeys = async () => {
  const answer = await fetch(`${hub.url}/.well-known/webhook-keys.json`)
  return ((await answer.json()) as { keys: { x: string }[] }).keys.map(({ x }) =>
    createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } }),
  )
}
const signaturesOf = ({ headers, body }: Heard, version: string) => {
  const signed = Buffer.from(
    `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`,
  )
  const found = String(headers['webhook-signature'])
    .split(' ')
    .filter((one) => one.startsWith(`${version},`))
    .map((one) => Buffer.from(one.slice(version.length + 1), 'base64'))
  return { signed, found }
}

test('an endpoint that gives the challenge back is told of a release, thinly and signed both ways', async () => {
  const receiver = await open(takesAll)
  const { secret } = await addGood(receiver.url)
  const released = await release('Cầu mới')
  await expect.poll(() => releasesIn(receiver.heard).length, { timeout: 15_000 }).toBe(1)
  expect(releasesIn(receiver.heard)).toEqual([
    {
      type: 'release',
      site: 'ha-noi',
      collection: 'articles',
      item: released.docId,
      seq: released.seq,
      sha256: released.sha256,
      kind: 'publish',
      isEmergency: false,
      releasedAt: expect.any(String) as unknown,
    },
  ])
  const [key] = await publishedKeys()
  for (const heard of receiver.heard) {
    const { signed, found } = signaturesOf(heard, 'v1a')
    expect(found.map((one) => verify(null, signed, key ?? '', one))).toEqual([true])
    // The published library knows the symmetric form; the same message carries it.
    const library = new Webhook(secret)
    const headers = heard.headers as Record<string, string>
    expect(library.verify(heard.body, headers)).toEqual(JSON.parse(heard.body))
    expect(() => library.verify(`${heard.body} `, headers)).toThrow('No matching signature')
  }
})

test('what does not give the challenge back is not called again', async () => {
  const stranger = await open(() => ({ status: 200, text: 'ok' }))
  const { id } = await add(stranger.url)
  await expect
    .poll(() => endpoint(id), { timeout: 15_000 })
    .toEqual({ state: 'unverified', problem: 'no_challenge' })
  await release('Không gửi')
  await skipWaiting(hub.owner)
  expect(releasesIn(stranger.heard)).toEqual([])
  expect((await post(`/endpoints/${id}/test`)).code).toBe('endpoint_not_verified')
})

test('a redirect is not followed, and a private address is not dialled by whatever way it is named', async () => {
  const inner = await open(takesAll)
  const elsewhere = await open(() => ({ status: 302, location: inner.url }))
  const moved = await add(elsewhere.url)
  const { rows } = await hub.owner.query<{ id: string }>(
    `insert into cross_posting.endpoints (site, url, logs)
     select 'so-xay-dung', u, array['ha-noi'] from unnest($1::text[]) u returning id`,
    [
      [
        `http://[::1]:${inner.port}/`,
        `http://10.0.0.1:${inner.port}/`,
        'http://[::ffff:10.0.0.1]/',
      ],
    ],
  )
  for (const { id } of rows) await post(`/endpoints/${id}/verify`)
  await expect
    .poll(() => endpoint(moved.id), { timeout: 15_000 })
    .toEqual({ state: 'unverified', problem: 'redirected' })
  for (const { id } of rows) {
    await expect
      .poll(() => endpoint(id), { timeout: 15_000 })
      .toEqual({ state: 'unverified', problem: 'forbidden_address' })
  }
  expect(inner.heard).toEqual([])
})

test.each(['ftp://hub.example/', 'https://a:b@hub.example/', 'hub.example', 'javascript:alert(1)'])(
  '%s is no address of an endpoint',
  async (url) => {
    expect(await post('/endpoints', { url, logs: ['ha-noi'] })).toMatchObject({
      status: 422,
      code: 'bad_url',
    })
  },
)

test('an endpoint hears nothing of a log it does not listen to, and a log there is not is refused', async () => {
  const answer = await post('/endpoints', { url: 'https://hub.example/', logs: ['nowhere'] })
  expect(answer).toMatchObject({ status: 422, code: 'log_unknown' })
  const receiver = await open(takesAll)
  const { id } = await addGood(receiver.url, { collections: ['documents'] })
  await release('Không phải văn bản')
  await skipWaiting(hub.owner)
  expect(await hint(id)).toBeUndefined()
})

test('410 ends the calls at once; verifying anew begins them again', async () => {
  let isGone = false
  const receiver = await open((heard) => (isGone ? { status: 410 } : takesAll(heard)))
  const { id } = await addGood(receiver.url)
  isGone = true
  await release('Đi rồi')
  await expect
    .poll(() => endpoint(id), { timeout: 15_000 })
    .toEqual({ state: 'gone', problem: 'gone' })
  await release('Không ai nghe')
  await skipWaiting(hub.owner)
  expect(releasesIn(receiver.heard).length).toBe(1)
  isGone = false
  await post(`/endpoints/${id}/verify`)
  await expect.poll(() => endpoint(id), { timeout: 15_000 }).toMatchObject({ state: 'active' })
  const last = await release('Trở lại')
  await expect
    .poll(() => releasesIn(receiver.heard).at(-1)?.seq, { timeout: 15_000 })
    .toBe(last.seq)
})

test('one that fails is tried again with the newest only, given up after days, and told at one click', async () => {
  let isDown = true
  const receiver = await open((heard) => {
    const isVerify = heard.body.includes('endpoint.verify')
    return isDown && !isVerify ? { status: 503 } : takesAll(heard)
  })
  const { id } = await addGood(receiver.url)
  await release('Một')
  await expect.poll(async () => (await hint(id))?.failures, { timeout: 15_000 }).toBe(1)
  const calls = () => releasesIn(receiver.heard).length
  await hub.owner.query(
    `update cross_posting.hints set next_at = now() + interval '1 hour' where endpoint_id = $1`,
    [id],
  )
  const before = calls()
  let last = await release('Hai')
  for (let n = 0; n < 20; n += 1) last = await release(`Tin ${n}`)
  await expect.poll(async () => Number((await hint(id))?.seq), { timeout: 15_000 }).toBe(last.seq)
  const { rows } = await hub.owner.query<{ n: number }>(
    `select (select count(*) from cross_posting.hints where endpoint_id = $1)::int as n`,
    [id],
  )
  expect(rows[0]?.n, 'however much was released: one row').toBe(1)
  expect(calls(), 'and it is not called sooner for any of it').toBe(before)
  await hub.owner.query(
    `update cross_posting.hints set failing_since = now() - interval '73 hours', next_at = now() where endpoint_id = $1`,
    [id],
  )
  await hub.owner.query(`select graphile_worker.add_job('crossPostingHints', '{"lane":1}')`)
  await expect.poll(async () => (await hint(id))?.dead_at, { timeout: 15_000 }).not.toBeNull()
  const given = calls()
  last = await release('Sau khi bỏ')
  await skipWaiting(hub.owner)
  expect(calls()).toBe(given)
  isDown = false
  expect((await post(`/endpoints/${id}/replay`)).status).toBe(200)
  await expect
    .poll(() => releasesIn(receiver.heard).at(-1)?.seq, { timeout: 15_000 })
    .toBe(last.seq)
  await expect
    .poll(() => hint(id), { timeout: 15_000 })
    .toMatchObject({ dead_at: null, failures: 0 })
})

test('sites that hang delay nobody, and no endpoint is called twice at once', async () => {
  const hanging = await Promise.all(
    Array.from({ length: 5 }, () =>
      open((heard) => (heard.body.includes('verify') ? takesAll(heard) : undefined)),
    ),
  )
  const healthy = await open((heard) => ({ ...takesAll(heard), afterMs: 20 }))
  for (const one of hanging) await hub.owner.query(INSERT_ACTIVE, [one.url])
  await hub.owner.query(INSERT_ACTIVE, [healthy.url])
  for (let n = 0; n < 5; n += 1) {
    const released = await release(`Nhanh ${n}`)
    await expect
      .poll(() => releasesIn(healthy.heard).at(-1)?.seq, { timeout: 8000, interval: 20 })
      .toBe(released.seq)
  }
  // Five releases within the ten seconds of the first call: that one is still under way, and the only one.
  expect(hanging.map((one) => one.heard.length)).toEqual([1, 1, 1, 1, 1])
})

test('a new key or secret signs beside the one before it, until the overlap ends', async () => {
  const receiver = await open(takesAll)
  const { id, secret } = await addGood(receiver.url)
  const before = await publishedKeys()
  const rotated = (await post(`/endpoints/${id}/rotate-secret`)).body as { secret: string }
  await hub.call('POST', '/api/cross-posting/webhook-keys', { token: admin.token, body: {} })
  await release('Khóa mới')
  await expect.poll(() => releasesIn(receiver.heard).length, { timeout: 15_000 }).toBe(1)
  const heard = receiver.heard.at(-1) as Heard
  const headers = heard.headers as Record<string, string>
  for (const one of [secret, rotated.secret]) new Webhook(one).verify(heard.body, headers)
  const keys = await publishedKeys()
  const { signed, found } = signaturesOf(heard, 'v1a')
  expect([before.length, keys.length, found.length]).toEqual([1, 2, 2])
  for (const key of [...before, ...keys]) {
    expect(found.some((one) => verify(null, signed, key, one))).toBe(true)
  }
  await hub.owner.query(`update cross_posting.endpoints set overlap_until = now() where id = $1`, [
    id,
  ])
  await hub.owner.query(`update cross_posting.webhook_keys set since = since - interval '30 days'`)
  await release('Hết chồng lấn')
  await expect.poll(() => releasesIn(receiver.heard).length, { timeout: 15_000 }).toBe(2)
  const last = receiver.heard.at(-1) as Heard
  expect([signaturesOf(last, 'v1a').found.length, signaturesOf(last, 'v1').found.length]).toEqual([
    1, 1,
  ])
  expect(() =>
    new Webhook(secret).verify(last.body, last.headers as Record<string, string>),
  ).toThrow()
})

test('a test event says that it is one; the log of attempts is kept as long as the settings say', async () => {
  const receiver = await open(takesAll)
  const { id } = await addGood(receiver.url)
  await post(`/endpoints/${id}/test`)
  await expect
    .poll(() => attempts(id), { timeout: 15_000 })
    .toEqual([
      { type: 'endpoint.verify', outcome: 'accepted', status: 200 },
      { type: 'test', outcome: 'accepted', status: 200 },
    ])
  expect(JSON.parse(receiver.heard.at(-1)?.body ?? '{}')).toMatchObject({ type: 'test' })
  await hub.owner.query(
    `insert into cross_posting.attempts (endpoint_id, type, message_id, started_at, duration_ms, outcome)
     select $1, 'release', gen_random_uuid(), now(), 1, 'accepted' from generate_series(1, 2100)`,
    [id],
  )
  await hub.owner.query(
    `insert into cross_posting.attempts (endpoint_id, type, message_id, started_at, duration_ms, outcome)
     values ($1, 'test', gen_random_uuid(), now() - interval '31 days', 1, 'old')`,
    [id],
  )
  await sweepAttempts(hub.pool)
  const kept = await attempts(id)
  expect(kept.length).toBe(1999)
  expect(kept.some((one) => one.outcome === 'old')).toBe(false)
})

test('nothing of delivery happens in a save or in a decision: both go on while its tables are locked', async () => {
  await hub.owner.query(INSERT_ACTIVE, ['http://127.0.0.1:9/'])
  const blocker = await hub.owner.connect()
  await blocker.query('begin')
  await blocker.query(
    'lock table cross_posting.hints, cross_posting.endpoints, cross_posting.attempts in access exclusive mode',
  )
  try {
    const id = await hub.room.draft('Lưu khi hàng đợi bị khóa')
    await hub.payload.update({
      collection: 'articles',
      id,
      data: { title: 'Lưu lần hai' },
      draft: true,
      overrideAccess: true,
      depth: 0,
    })
    const released = await hub.room.publish('articles', id)
    expect(released.seq).toBeGreaterThan(0)
  } finally {
    await blocker.query('rollback')
    blocker.release()
  }
})

const INSERT_ACTIVE = `insert into cross_posting.endpoints (site, url, logs, state) values ('so-xay-dung', $1, array['ha-noi'], 'active')`
