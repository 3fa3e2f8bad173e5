import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createHook } from '../../../src/examples/component-site/createHook.ts'
import { createReader } from '../../../src/examples/component-site/createReader.ts'
import type { Reader } from '../../../src/examples/component-site/createReader.ts'
import type { State } from '../../../src/examples/component-site/store.ts'
import { loadState, saveState } from '../../../src/examples/component-site/store.ts'

// A process that is many component sites: each with its own address, file, key and fault.

/** What is wrong with a site. */
export type SiteFault =
  | 'none'
  | 'down'
  | 'slow'
  | 'gone'
  | 'hanging'
  | 'replaying'
  | 'stolen'
  | 'reordering'
  | 'redirecting'

/** A site as the process is told of it. */
export type SimulatedSite = {
  code: string
  port: number
  key: string
  fault: SiteFault
  /** Does not wait at the hub: it reads when it is told to, and once a minute. */
  isHookOnly?: boolean
}

/** What a site says of itself. */
export type SiteReport = {
  code: string
  cursor: number
  digest: string
  /** Whenever a version went back behind one shown before. */
  stale: number
  /** Forged or old messages that were taken all the same. */
  deceived: number
  problem: string | undefined
}

/** What the process is asked. */
export type SiteOrder = { type: 'report' } | { type: 'recover'; keys: Record<string, string> }

/** A digest of what a site shows. */
export const digestOf = (
  items: Readonly<Record<string, { seq: number; sha256: string | null; isWithdrawn: boolean }>>,
): string => {
  const lines = Object.entries(items).map(
    ([key, { seq, sha256, isWithdrawn }]) => `${key} ${seq} ${isWithdrawn ? 'withdrawn' : sha256}`,
  )
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex')
}

const {
  HUB: hub = '',
  FOLDER: folder = '',
  INNER: inner = '',
  LOG: log = 'ha-noi',
  KEEPS: keeps,
} = process.env

const startSite = async (given: SimulatedSite) => {
  let { fault, key } = given
  const file = path.join(folder, `${given.code}.json`)
  let stale = 0
  let deceived = 0
  let shown: State = await loadState(file)
  let reader: Reader | undefined
  const messages: { headers: IncomingMessage['headers']; body: string }[] = []

  const onChange = (state: State) => {
    for (const [one, item] of Object.entries(shown.items)) {
      if ((state.items[one]?.seq ?? 0) < item.seq) stale += 1
    }
    shown = state
    process.send?.({ type: 'seen', code: given.code, cursor: state.cursor, at: Date.now() })
  }
  const startReader = async (address: string) => {
    const site = log
    const state = await loadState(file)
    const pace = { waitSeconds: given.isHookOnly ? 0 : 20, longestPauseMs: 2000 }
    const save = (next: State) => (keeps === 'memory' ? Promise.resolve() : saveState(file, next))
    reader = createReader({ hub: address, site, key, state, save, ...pace, onChange })
  }
  const hook = createHook({ hub, onRelease: (seq) => reader?.hint(seq) })

  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    if (fault === 'hanging') return
    if (fault === 'gone') res.writeHead(410).end()
    else if (fault === 'redirecting') res.writeHead(302, { location: inner }).end()
    else {
      if (fault === 'slow' || fault === 'reordering') await later(Math.random() * 3000)
      if (fault === 'replaying') void keep(req)
      await hook(req, res)
    }
  }
  const keep = async (req: IncomingMessage) => {
    let body = ''
    req.on('data', (part) => (body += String(part)))
    req.once('end', () => messages.push({ headers: req.headers, body }))
  }
  /** Somebody who has listened sends what he heard again, changed, and with another time. */
  const replay = async () => {
    const one = messages[Math.floor(Math.random() * messages.length)]
    if (!one) return
    const send = async (headers: Record<string, string>, body: string) => {
      const all = { ...(one.headers as Record<string, string>), ...headers }
      const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature']
      const kept = Object.fromEntries(names.map((name) => [name, all[name] ?? '']))
      return (
        await fetch(`http://127.0.0.1:${given.port}/`, { method: 'POST', headers: kept, body })
      ).status
    }
    const old = String(Number(one.headers['webhook-timestamp']) - 600)
    await send({}, one.body)
    if ((await send({}, one.body.replace('"seq":', '"seq":9'))) !== 401) deceived += 1
    if ((await send({ 'webhook-timestamp': old }, one.body)) !== 401) deceived += 1
  }

  const listen = async () => {
    const server = createServer((req, res) => void answer(req, res))
    await new Promise<void>((done) => server.listen(given.port, '127.0.0.1', done))
  }
  if (fault !== 'down') {
    await listen()
    await startReader(fault === 'reordering' ? await startMixingProxy() : hub)
  }
  if (fault === 'replaying') setInterval(() => void replay().catch(() => undefined), 1000)

  return {
    report: (): SiteReport => ({
      code: given.code,
      cursor: shown.cursor,
      digest: digestOf(shown.items),
      stale,
      deceived,
      problem: reader?.problem(),
    }),
    recover: async (keys: Record<string, string>) => {
      const before = fault
      if (before === 'down') fault = 'none'
      if (before === 'down') await listen()
      if (before === 'stolen') await reader?.stop()
      key = keys[given.code] ?? key
      if (before === 'down' || before === 'stolen') await startReader(hub)
    },
  }
}

/** A proxy between site and hub that now and then gives an older answer than the one asked for. */
const startMixingProxy = async (): Promise<string> => {
  const answers: { status: number; body: string }[] = []
  const server = createServer((req, res) => {
    const forward = async () => {
      const old = answers[Math.floor(Math.random() * answers.length)]
      if (old && Math.random() < 0.4) return old
      const answer = await fetch(`${hub}${req.url}`, {
        headers: { authorization: req.headers.authorization ?? '' },
      })
      const fresh = { status: answer.status, body: await answer.text() }
      answers.push(fresh)
      return fresh
    }
    forward().then(
      ({ status, body }) => res.writeHead(status).end(body),
      () => res.writeHead(502).end(),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const later = (ms: number) => new Promise((done) => setTimeout(done, ms))

if (process.env.SITES) {
  const given = JSON.parse(process.env.SITES) as SimulatedSite[]
  const sites = await Promise.all(given.map(startSite))
  process.on('message', (order: SiteOrder) => {
    if (order.type === 'report') {
      process.send?.({ type: 'report', sites: sites.map((one) => one.report()) })
      return
    }
    void Promise.all(sites.map((one) => one.recover(order.keys))).then(() =>
      process.send?.({ type: 'recovered' }),
    )
  })
  process.once('disconnect', () => process.exit(0))
  process.send?.({ type: 'ready' })
}
