import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openDispatchHub } from '#tests/support/dispatchHub.ts'
import type { DispatchHub } from '#tests/support/dispatchHub.ts'
import { startEndpointServer } from '#tests/support/endpoint.ts'

let hub: DispatchHub

beforeAll(async () => {
  hub = await openDispatchHub()
  await hub.start()
})

afterAll(() => hub?.stop())

const to = (...devices: string[]) => ({ areas: [], groups: [], devices })

const attemptsOf = async (dispatch: string) => {
  const { rows } = await hub.pool.query<{
    seconds: number
    startedAt: Date
    endedAt: Date
    outcome: string
    detail: string
  }>(
    `select extract(epoch from a.ended_at - a.started_at)::float8 as seconds, a.started_at as "startedAt", a.ended_at as "endedAt",
       a.outcome, a.detail
     from dispatch.attempts a join dispatch.deliveries l on l.id = a.delivery_id where l.dispatch_id = $1 order by a.started_at`,
    [dispatch],
  )
  return rows
}

test('F6, F9: a device that hangs is given up after 5 s, and no live one waits for 300 that hang', async () => {
  const live = await startEndpointServer((_got, res) => res.writeHead(204).end())
  const dead = await startEndpointServer(() => undefined)
  const codes = Array.from({ length: 1000 }, (_, n) => `f9-${n}`)
  await hub.install(
    codes.map((code, n) => ({
      code,
      address: n % 10 < 3 ? `${dead.url}/${n}` : `${live.url}/${n}`,
    })),
  )
  const id = await hub.give({ audience: to(...codes) })
  const rows = await hub.settled(
    id,
    (all) => all.filter((one) => one.state === 'accepted').length === 700,
  )
  expect(rows.filter((one) => one.state === 'accepted')).toHaveLength(700)
  await hub.settled(id, (all) => all.every((one) => one.attempts > 0))
  const attempts = await attemptsOf(id)
  const failed = attempts.filter((one) => one.outcome === 'failed')
  expect(failed.length).toBeGreaterThanOrEqual(300)
  const lastCalled = Math.max(
    ...attempts.filter((one) => one.outcome === 'accepted').map((one) => one.startedAt.getTime()),
  )
  const firstGivenUp = Math.min(...failed.map((one) => one.endedAt.getTime()))
  expect(lastCalled).toBeLessThan(firstGivenUp)
  expect(Math.max(...failed.map((one) => one.seconds))).toBeLessThan(6.5)
  const { rows: doubtful } = await hub.pool.query<{ n: number }>(
    `select count(*)::int as n from dispatch.deliveries where dispatch_id = $1 and is_doubtful`,
    [id],
  )
  expect(doubtful).toEqual([{ n: 300 }])
  await hub.give({ kind: 'cancel', chain: `bulletin/ha-noi/none`, audience: to('none') })
  await hub.owner.query(`update public.devices set lifecycle = 'suspended' where code like 'f9-%'`)
  await hub.owner.query(
    `update dispatch.deliveries set state = 'superseded' where dispatch_id = $1 and state = 'queued'`,
    [id],
  )
  live.stop()
  dead.stop()
})

test('F7, F8: an answer that comes by drops or never ends costs no attempt more than 5 s and no memory', async () => {
  const drops = await startEndpointServer((_got, res) => {
    res.writeHead(200, { 'content-length': '100000' })
    const timer = setInterval(() => res.write('.'), 1000)
    res.once('close', () => clearInterval(timer))
  })
  let written = 0
  const endless = await startEndpointServer((_got, res) => {
    res.writeHead(200)
    const chunk = Buffer.alloc(64 * 1024)
    const more = () => {
      while (!res.destroyed && written < 1e9) {
        written += chunk.length
        if (!res.write(chunk)) {
          res.once('drain', more)
          return
        }
      }
    }
    more()
  })
  await hub.install([
    { code: 'drops', address: drops.url },
    { code: 'endless', address: endless.url },
  ])
  const id = await hub.give({ audience: to('drops', 'endless') })
  const rows = await hub.settled(id, (all) => all.every((one) => one.state === 'accepted'))
  expect(rows.map((one) => [one.code, one.state, one.attempts])).toEqual([
    ['drops', 'accepted', 1],
    ['endless', 'accepted', 1],
  ])
  expect(Math.max(...(await attemptsOf(id)).map((one) => one.seconds))).toBeLessThan(5)
  expect(written).toBeLessThan(20e6)
  drops.stop()
  endless.stop()
})

test('F10: 503 with Retry-After of an hour: an emergency takes the other channel at once', async () => {
  const busy = await startEndpointServer((_got, res) =>
    res.writeHead(503, { 'retry-after': '3600' }).end(),
  )
  const other = await startEndpointServer((_got, res) => res.writeHead(204).end())
  await hub.install([
    { code: 'busy', address: busy.url, alternate: { channel: 'http', address: other.url } },
    { code: 'alone', address: busy.url },
  ])
  const id = await hub.give({ audience: to('busy', 'alone') })
  const rows = await hub.settled(
    id,
    (all) =>
      all.find((one) => one.code === 'busy')?.state === 'accepted' &&
      (all.find((one) => one.code === 'alone')?.attempts ?? 0) > 1,
  )
  expect(rows.find((one) => one.code === 'busy')).toMatchObject({ state: 'accepted', attempts: 2 })
  // The wish to be left in peace counts up to twice the step: the other one is tried again within seconds.
  expect(rows.find((one) => one.code === 'alone')?.attempts).toBeGreaterThan(1)
  const gap = (other.got[0]?.at ?? Number.NaN) - (busy.got[0]?.at ?? 0)
  expect(gap).toBeLessThan(1500)
  busy.stop()
  other.stop()
})

test('F14: a server clock that jumps an hour makes nothing expire early and signs with the right time', async () => {
  const endpoint = await startEndpointServer((_got, res) => res.writeHead(204).end())
  await hub.install([{ code: 'jump', address: endpoint.url }])
  const right = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now: right + 7_200_000 })
  try {
    const times = {
      issuedAt: new Date(right).toISOString(),
      effectiveAt: new Date(right).toISOString(),
      expiresAt: new Date(right + 600_000).toISOString(),
    }
    const id = await hub.give({ audience: to('jump'), ...times })
    vi.setSystemTime(right - 3_600_000)
    const deadline = performance.now() + 10_000
    let rows = await hub.deliveries(id)
    while (rows[0]?.state === 'queued' && performance.now() < deadline) {
      await new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
      rows = await hub.deliveries(id)
    }
    expect(rows).toMatchObject([{ state: 'accepted', attempts: 1 }])
    expect(Math.abs((endpoint.got[0]?.timestamp ?? 0) * 1000 - right)).toBeLessThan(60_000)
  } finally {
    vi.useRealTimers()
    endpoint.stop()
  }
})

test('F15: an address that leads into the platform’s own network is not dialled: 0 requests', async () => {
  const inside = await startEndpointServer((_got, res) => res.writeHead(204).end())
  const { port } = new URL(inside.url)
  const redirecting = await startEndpointServer((_got, res) =>
    res.writeHead(302, { location: `http://169.254.169.254:${port}/` }).end(),
  )
  const addresses = [
    `http://[::1]:${port}/`,
    `http://[::ffff:10.0.0.1]:${port}/`,
    `http://169.254.169.254:${port}/`,
    `http://0xa.0.0.1:${port}/`,
    `http://167772161:${port}/`,
    `${redirecting.url}/`,
  ]
  const codes = addresses.map((_, n) => `ssrf-${n}`)
  await hub.install(addresses.map((address, n) => ({ code: `ssrf-${n}`, address })))
  const id = await hub.give({ audience: to(...codes), expiresAt: soon(2000) })
  const rows = await hub.settled(id, (all) => all.every((one) => one.attempts > 0))
  expect(rows.map((one) => one.error)).toEqual([
    ...codes.slice(1).map(() => expect.stringContaining('DEVICE_NETWORKS') as string),
    'answered 302',
  ])
  expect(inside.got).toEqual([])
  inside.stop()
  redirecting.stop()
})

const soon = (ms: number) => new Date(Date.now() + ms).toISOString()

test('F17: a message no driver can make is given up after its last retry, and the others flow', async () => {
  const endpoint = await startEndpointServer((_got, res) => res.writeHead(204).end())
  await hub.install([
    { code: 'poison', address: 'not an address' },
    { code: 'sound', address: endpoint.url },
  ])
  const id = await hub.give({ priority: 'normal', audience: to('poison', 'sound') })
  const rows = await hub.settled(id, (all) => all.every((one) => one.attempts > 0))
  expect(rows.find((one) => one.code === 'sound')?.state).toBe('accepted')
  for (let n = 0; n < 5; n += 1) {
    await hub.pool.query(
      `update dispatch.deliveries set next_at = now() where dispatch_id = $1 and state = 'queued' and lease is null`,
      [id],
    )
    await hub.settled(
      id,
      (all) => (all.find((one) => one.code === 'poison')?.attempts ?? 0) > n + 1,
      4000,
    )
  }
  const [poison] = await hub.settled(
    id,
    (all) => all.find((one) => one.code === 'poison')?.state === 'dead',
  )
  expect(poison).toMatchObject({ code: 'poison', state: 'dead', error: 'has no http address' })
  endpoint.stop()
})

test('F19: a cancellation that overtakes its alert: superseded, 0 alerts handed over', async () => {
  let isOpen = false
  const endpoint = await startEndpointServer((_got, res) => res.writeHead(isOpen ? 204 : 503).end())
  await hub.install([{ code: 'overtaken', address: endpoint.url }])
  const chain = 'bulletin/ha-noi/overtaken'
  const alert = await hub.give({ chain, audience: to('overtaken') })
  await hub.settled(alert, ([one]) => (one?.attempts ?? 0) > 0)
  const before = endpoint.got.length
  isOpen = true
  const cancel = await hub.give({ chain, kind: 'cancel', audience: to('overtaken') })
  const rows = await hub.settled(cancel, ([one]) => one?.state === 'accepted')
  expect(rows).toMatchObject([{ state: 'accepted' }])
  expect(await hub.deliveries(alert)).toMatchObject([{ state: 'superseded' }])
  const after = endpoint.got.slice(before).map((one) => one.id)
  expect(after.filter((one) => one === alert)).toEqual([])
  endpoint.stop()
})

test('F20: what expires while nobody can send it is never sent: 0 requests, and it is told as expired', async () => {
  const endpoint = await startEndpointServer((_got, res) => res.writeHead(503).end())
  await hub.install([{ code: 'late', address: endpoint.url }])
  const id = await hub.give({ audience: to('late'), expiresAt: soon(1500) })
  const rows = await hub.settled(id, ([one]) => one?.state === 'expired')
  expect(rows).toMatchObject([{ state: 'expired' }])
  // What the endpoint is told of itself (its settings) is tried on, and is not counted.
  const sent = () => endpoint.got.filter((one) => one.id === id).length
  const before = sent()
  await new Promise((resolve) => {
    setTimeout(resolve, 1500)
  })
  expect(sent()).toBe(before)
  endpoint.stop()
})
