// A server of the read benchmark, in a process of its own: `node readServer.ts <mode>` says its port.
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { governed } from '#config/governed.ts'
import {
  createPublicReader,
  createPublicRest,
  createReleaseCache,
  createSequenceWatch,
} from '#plugins/release-log/read.ts'
import { compilePlan } from '#plugins/release-log/read/rest/compilePlan.ts'
import { parseQuery } from '#plugins/release-log/read/rest/parseQuery.ts'

type Answer = (req: http.IncomingMessage, res: http.ServerResponse) => void

const connectionString = process.env.DATABASE_URL ?? ''
const pool = new pg.Pool({ connectionString, max: 10 })
const json = { 'content-type': 'application/json; charset=utf-8' }

/** The question our side is asked, compiled once: the same statement on a server that does nothing else. */
const bare = (kind: 'list' | 'item'): Answer => {
  const [articles] = governed
  if (!articles) throw new Error('bench: nothing is governed')
  const query = parseQuery(process.argv[3] ?? '')
  const id = kind === 'item' ? { id: 1 } : {}
  const plan = compilePlan({ governed: articles, query, locales: ['vi', 'en'], ...id })
  const name = `bare_${kind}`
  return (req, res) => {
    const values = [...plan.values]
    if (kind === 'item') {
      values[plan.idAt] = Number(/(\d+)(?:\?|$)/.exec(req.url ?? '')?.[1])
    }
    void pool.query<{ docs: string }>({ name, text: plan.text, values }).then(({ rows }) => {
      const [row] = rows
      const body = kind === 'item' ? row?.docs : `{"docs":[${row?.docs}]}`
      res.writeHead(200, json).end(body)
    })
  }
}

const ours = async (isCached: boolean): Promise<Answer> => {
  const watch = createSequenceWatch({ connectionString, pool })
  await watch.ready
  const reader = createPublicReader({ pool })
  const cache = isCached ? { cache: createReleaseCache({ watch, maxBytes: 64 * 1024 * 1024 }) } : {}
  const rest = createPublicRest({ reader, governed, watch, ...cache })
  return (req, res) => {
    if (!rest(req, res)) res.writeHead(404).end()
  }
}

const constant = (size: number): Answer => {
  const body = 'x'.repeat(size)
  return (req, res) => {
    if (req.headers['if-none-match'] === undefined) {
      res.writeHead(200, { ...json, 'content-length': size, etag: '"1"' }).end(body)
    } else res.writeHead(304, { etag: '"1"' }).end()
  }
}

const answers: Record<string, () => Answer | Promise<Answer>> = {
  bareList: () => bare('list'),
  bareItem: () => bare('item'),
  constant: () => constant(Number(process.argv[3])),
  ours: () => ours(false),
  oursCached: () => ours(true),
}

const answer = await answers[process.argv[2] ?? '']?.()
if (!answer) throw new Error(`bench: there is no server "${process.argv[2]}"`)
const server = http.createServer(answer)
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`)
})
