import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Pool } from 'pg'
import { pino } from 'pino'
import type { SanitizedConfig } from 'payload'
import { createPool } from '#kit/pool.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { sqlOn } from '#kit/sqlOn.ts'
import {
  createFeeds,
  createKeyRing,
  createScopeOf,
  receiverRoutes,
} from '#plugins/cross-posting/server.ts'
import { readConsents } from '#plugins/editorial-board/index.ts'
import { payloadRest } from '#src/server/payloadApi.ts'
import { answerFaults } from '#src/server/refusals.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import { openNewsroom, password } from '#tests/support/newsroom.ts'
import { openPool } from '#tests/support/openPool.ts'

/** An answer of the hub's API. */
export type HubAnswer = { status: number; code: string | undefined; body: Record<string, unknown> }

/** A city with an external site, its feeds and its API over real HTTP, in this process. */
export const openHub = async (environment: Record<string, string> = {}) => {
  const booted = await bootPayload({ WEBHOOK_PRIVATE_NETWORKS: '127.0.0.0/8', ...environment })
  const { payload } = booted
  const room = await openNewsroom(payload)
  const pool: Pool = createPool({ connectionString: booted.appUrl, name: 'hub test' })
  const owner = openPool(booted.ownerUrl)
  const env = readRuntimeEnv(process.env)
  await payload.create({
    collection: 'sites',
    data: {
      code: 'so-xay-dung',
      name: 'Sở Xây dựng',
      kind: 'component',
      hosting: 'external',
      languages: ['vi'],
      isActive: true,
    },
    overrideAccess: true,
    depth: 0,
  })
  const { default: config } = (await import('#payload-config')) as {
    default: Promise<SanitizedConfig>
  }
  const app = express()
  app.set('etag', false)
  app.use(await receiverRoutes({ pool, env, ring: createKeyRing(pool) }))
  const scopeOf = createScopeOf({
    consentsOf: async (log) =>
      (await readConsents(sqlOn(pool), { log })).filter((one) => one.when === 'now'),
  })
  const collections = ['articles', 'pages']
  app.use(createFeeds({ pool, publicUrl: 'http://hub.example', collections, scopeOf }))
  const rest = payloadRest(config)
  app.use('/api', (req, res, next) => {
    req.url = req.originalUrl
    return rest(req, res, next)
  })
  app.use(answerFaults(pino({ level: 'silent' })))
  const server = createServer(app)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const call = async (
    method: string,
    path: string,
    options: { token?: string | undefined; body?: unknown; scheme?: string } = {},
  ): Promise<HubAnswer> => {
    const { token, body, scheme = 'JWT' } = options
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `${scheme} ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const json = (await answer.json().catch(() => ({}))) as Record<string, unknown>
    const [error] = (json.errors ?? []) as { code?: string }[]
    return { status: answer.status, code: error?.code, body: json }
  }

  /** An account of its own, with a session. */
  const person = async (email: string, roles: string[] = []) => {
    const { id } = await payload.create({
      collection: 'users',
      data: { email, password, fullName: email, isActive: true, roles: roles as never }, // the generated union
      overrideAccess: true,
      depth: 0,
    })
    const { body } = await call('POST', '/api/users/login', { body: { email, password } })
    return { id, token: String(body.token) }
  }

  return {
    payload,
    room,
    pool,
    owner,
    env,
    url,
    call,
    person,
    appUrl: booted.appUrl,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await pool.end()
      await owner.end()
      await booted.stop()
    },
  }
}

/** What a receiver was sent. */
export type Heard = { headers: IncomingMessage['headers']; body: string; at: number }

/**
 * A receiver over real HTTP.
 *
 * @param answer gives status and text, or undefined to hang
 */
export const openReceiver = async (
  answer: (
    heard: Heard,
    n: number,
  ) => { status: number; text?: string; location?: string; afterMs?: number } | undefined,
) => {
  const heard: Heard[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (part: Buffer) => (body += part.toString()))
    req.on('end', () => {
      const one = { headers: req.headers, body, at: Date.now() }
      heard.push(one)
      const how = answer(one, heard.length)
      if (!how) return
      setTimeout(() => {
        res.writeHead(how.status, how.location ? { location: how.location } : {})
        res.end(how.text ?? '')
      }, how.afterMs ?? 0)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    heard,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Answers as a receiver made for these webhooks does: the challenge comes back, everything else is taken. */
export const takesAll = ({ body }: Heard): { status: number; text: string } => {
  const { challenge } = JSON.parse(body) as { challenge?: string }
  return { status: 200, text: JSON.stringify(challenge ? { challenge } : {}) }
}
