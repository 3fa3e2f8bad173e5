import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'
import { getPayload } from 'payload'
import { openNewsroom } from '#tests/support/newsroom.ts'
import { startApp } from '#tests/support/startApp.ts'
import { buildIfStale } from '../../../src/start/buildIfStale.mjs'
import { enterSites, startSites } from '../../integration/cross-posting/simulatedSites.ts'
import type { Ground } from './openGround.ts'
import { median, percentile } from './percentile.ts'
import { report } from './report.ts'

const LOG = 'do-phat-tan'
const SITES = 150
const DECISIONS = 100
const RELEASES = 30
const LIMIT_MS = 1000
const PATIENCE_MS = 20_000
/** A worker first goes through everything that was loaded before it was there. */
const WARM_UP_MS = 180_000

/**
 * From a decision to the last of 150 subscribed sites that has the item, with one web and one worker process; beside them ten
 * endpoints that hang and ten that are away. Then what a release takes with endpoints and without, and what a dead site costs.
 */
export const measureDecisionToSites = async (options: {
  ground: Ground
  owner: Client
}): Promise<void> => {
  const { ground, owner } = options
  await buildIfStale({ isAdminWanted: false })
  const { default: config } = await import('#payload-config')
  const payload = await getPayload({ config })
  const room = await openNewsroom(payload, LOG)
  const folder = await mkdtemp(path.join(tmpdir(), 'coloa-bench-sites-'))
  const env = { ...ground.env, WEBHOOK_PRIVATE_NETWORKS: '127.0.0.0/8', LOG_LEVEL: 'silent' }
  const [web, worker] = await Promise.all([
    startApp({ role: 'web', env }),
    startApp({ role: 'worker', env }),
  ])
  const entered = await enterSites(owner, { none: SITES }, LOG)
  // Every other one waits at the hub, the others are told by webhook.
  const sites = entered.map((one, n) => ({ ...one, isHookOnly: n % 2 === 0 }))
  await owner.query(`update cross_posting.endpoints set state = 'removed' where site = any($1)`, [
    sites.filter((one) => !one.isHookOnly).map((one) => one.code),
  ])
  const hanging = createServer(() => undefined)
  hanging.listen(0, '127.0.0.1')
  await once(hanging, 'listening')
  const address = hanging.address()
  const port = typeof address === 'object' ? address?.port : 0
  await owner.query(
    `insert into cross_posting.endpoints (site, url, logs, state)
     select 'hong-' || n, case when n <= 10 then $1 else 'http://127.0.0.1:9/' end || '?' || n, array[$2], 'active'
     from generate_series(1, 20) n`,
    [`http://127.0.0.1:${port}/`, LOG],
  )
  const cursors = new Map<string, number>()
  const last = { at: 0 }
  const processes = await startSites({
    sites,
    processes: 3,
    hub: web.url,
    folder,
    inner: '',
    log: LOG,
    keeps: 'memory',
    onSeen: ({ code, cursor, at }) => {
      cursors.set(code, cursor)
      last.at = Math.max(last.at, at)
    },
  })
  const haveAll = async (seq: number, patience = PATIENCE_MS) => {
    const end = Date.now() + patience
    while (cursors.size < SITES || [...cursors.values()].some((one) => one < seq)) {
      if (Date.now() > end) throw new Error('bench: not every site has the item')
      await pause(5)
    }
  }
  const decide = async (title: string) => {
    const savedAt = performance.now()
    const id = await room.draft(title)
    const startedAt = Date.now()
    const saved = performance.now() - savedAt
    const { seq } = await room.publish('articles', id)
    return { seq, startedAt, saved, released: performance.now() - savedAt - saved }
  }
  try {
    await haveAll((await decide('Khởi động')).seq, WARM_UP_MS)
    const times: number[] = []
    for (let n = 0; n < DECISIONS; n += 1) {
      const { seq, startedAt } = await decide(`Tin ${n}`)
      await haveAll(seq)
      times.push(last.at - startedAt)
      await pause(50)
    }
    const figure = { bench: 'feed', unit: 'ms', reference: `limit: ${LIMIT_MS} ms (p99)` }
    report({
      ...figure,
      metric: 'decisionToSites',
      value: percentile(times, 0.99),
      ratio: LIMIT_MS / percentile(times, 0.99),
    })
    report({
      ...figure,
      metric: 'decisionToSitesMedian',
      value: median(times),
      ratio: LIMIT_MS / median(times),
    })
    await measureReleases({
      owner,
      decide: async (title) => {
        const made = await decide(title)
        await pause(500) // the sites share this machine's processors: what is measured is the release itself
        return made
      },
    })
  } finally {
    processes.stop()
    hanging.closeAllConnections()
    hanging.close()
    await Promise.all([web.stop(), worker.stop()])
    await payload.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}

type Made = { saved: number; released: number }
type Decide = (title: string) => Promise<Made>

/** By turns with endpoints and without, so that both meet the same machine. */
const measureReleases = async ({ owner, decide }: { owner: Client; decide: Decide }) => {
  const { rows } = await owner.query<{ n: number }>(
    `select max(n)::float8 as n from (select count(*) as n from cross_posting.hints group by endpoint_id) c`,
  )
  const all = { with: [] as Made[], without: [] as Made[] }
  for (let n = 0; n < RELEASES * 2; n += 1) {
    const way = n % 2 === 0 ? 'with' : 'without'
    await owner.query(
      `update cross_posting.endpoints set state = case when $1 then 'active' else 'disabled' end where state <> 'removed'`,
      [way === 'with'],
    )
    all[way].push(await decide(`Tin ${way} ${n}`))
  }
  const of = (way: 'with' | 'without', what: keyof Made) => median(all[way].map((one) => one[what]))
  for (const [metric, what] of [
    ['saveWithWebhooks', 'saved'],
    ['releaseWithWebhooks', 'released'],
  ] as const) {
    report({
      bench: 'feed',
      metric,
      value: of('with', what),
      unit: 'ms',
      reference: `endpoints switched off: ${of('without', what).toFixed(1)} ms`,
      ratio: of('without', what) / of('with', what),
    })
  }
  report({
    bench: 'feed',
    metric: 'rowsOfADeadSite',
    value: rows[0]?.n ?? 0,
    unit: 'rows',
    reference: `releases it missed: ${DECISIONS}`,
    ratio: 1,
  })
}
