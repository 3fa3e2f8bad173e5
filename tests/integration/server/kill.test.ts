import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildIfStale } from '../../../src/start/buildIfStale.mjs'
import { openBoards } from '../editorial-board/openBoards.ts'
import type { Person } from '../editorial-board/openBoards.ts'
import { startEndpoint } from '../dispatch/radio.ts'
import { installDevice } from '#tests/support/installDevice.ts'
import { password } from '#tests/support/newsroom.ts'
import { startApp } from '#tests/support/startApp.ts'
import type { TestApp } from '#tests/support/startApp.ts'

const KILLS = 12
const AT_ONCE = 4

let boards: Awaited<ReturnType<typeof openBoards>>
let device: Awaited<ReturnType<typeof startEndpoint>>
let unit: number
let writer: Person
let head: Person
let running: TestApp | undefined

beforeAll(async () => {
  await buildIfStale({ isAdminWanted: false })
  boards = await openBoards()
  const { payload } = boards
  device = await startEndpoint(() => 204)
  const place = { code: '10105', name: 'Phường Thử', kind: 'ward' as const }
  const made = { overrideAccess: true, depth: 0 } as const
  unit = (await payload.create({ collection: 'units', data: place, ...made })).id
  await installDevice({
    payload,
    pool: boards.owner,
    data: {
      code: 'loa-1',
      name: 'Loa 1',
      deviceClass: 'loudspeakerCluster',
      unit,
      channel: 'http',
      address: device.url,
    },
  })
  writer = await boards.person({ role: 'editor' })
  const email = 'head-ha-noi@coloa.example'
  const { body } = await boards.call('POST', '/users/login', undefined, { email, password })
  head = { id: 0, token: String(body.token) }
})
afterAll(async () => {
  await running?.stop()
  device?.stop()
  await boards?.stop()
})

const start = () => startApp({ role: 'all', env: { LOG_LEVEL: 'silent' } })

/** A bulletin that waits for its board; released, it becomes one dispatch to one device. */
const submitBulletin = async (title: string): Promise<string> => {
  const data = {
    title,
    text: 'Mất nước từ 8 giờ đến 11 giờ.',
    priority: 'emergency',
    messageKind: 'alert',
    expiresAt: new Date(Date.now() + 6 * 3_600_000).toISOString(),
    site: boards.city.id,
    areas: [unit],
    reasonCode: 'naturalDisaster',
  }
  const { id } = await boards.payload.create({
    collection: 'bulletins',
    data: data as never, // the generated type wants what defaults fill in
    draft: true,
    overrideAccess: true,
    depth: 0,
  })
  return boards.submit(writer, id, 'bulletins')
}

const approve = async (url: string, submission: string): Promise<number> => {
  const answer = await fetch(`${url}/api/editorial-board/submissions/${submission}/approve`, {
    method: 'POST',
    headers: { authorization: `JWT ${head.token}`, 'content-type': 'application/json' },
    body: '{}',
  })
  return answer.status
}

const count = async (text: string): Promise<number> => {
  const { rows } = await boards.owner.query<{ n: number }>(`select (${text})::int as n`)
  return rows[0]?.n ?? -1
}

test(`${KILLS} times kill -9 of the server amid releases: no gap, no half release, every job done once in effect`, async () => {
  const statuses: number[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    const submissions: string[] = []
    for (let n = 0; n < AT_ONCE; n += 1) submissions.push(await submitBulletin(`Tin ${kill}.${n}`))
    running = await start()
    const { child, url } = running
    await approve(url, crypto.randomUUID()) // its first request takes longer than a release
    const ended = once(child, 'exit')
    const answers = submissions.map((one) => approve(url, one).catch(() => 0))
    // Some of them answered, the others at any stage: the same on a slow machine as on a fast one.
    const first = Math.floor(Math.random() * AT_ONCE)
    await Promise.race([Promise.all(answers.slice(0, first)), pause(10_000)])
    await pause(Math.random() * 60)
    child.kill('SIGKILL')
    await ended
    statuses.push(...(await Promise.all(answers)))
  }
  running = await start()
  await expect.poll(() => count(unfinished), { timeout: 60_000, interval: 500 }).toBe(0)

  const released = await count(`select count(*) from release.releases where log = 'ha-noi'`)
  expect(new Set(statuses), 'released, or cut off').toEqual(new Set([200, 0]))
  expect(released).toBeGreaterThanOrEqual(statuses.filter((status) => status === 200).length)
  expect(
    await count(`select coalesce(max(seq), 0) from release.releases where log = 'ha-noi'`),
  ).toBe(released)
  expect(await count(`select seq from release.site_sequences where log = 'ha-noi'`)).toBe(released)
  expect(
    await count(`select seq from release.cursors where follower = 'dispatch' and log = 'ha-noi'`),
  ).toBe(released)
  expect(await count(half), 'a live row without its release, or the other way round').toBe(0)
  expect(await count('select count(*) from dispatch.dispatches')).toBe(released)
  expect(await count(`select count(*) from dispatch.deliveries where state = 'accepted'`)).toBe(
    released,
  )
  const heard = device.bodies.map((body) => (JSON.parse(body) as { id: string }).id)
  expect(new Set(heard).size).toBe(released)
}, 480_000)

const unfinished = `select (select count(*) from graphile_worker.jobs where task_identifier in ('follow:dispatch', 'dispatchDeliver') and run_at <= now() and attempts < max_attempts)
  + (select count(*) from dispatch.deliveries where state = 'queued')`

const half = `select count(*) from public.bulletins b
  full join (select doc_id from release.releases where collection = 'bulletins') r on r.doc_id = b.id
  where (b._status = 'published') is distinct from (r.doc_id is not null)`
