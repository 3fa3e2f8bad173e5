import http from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRateLimits } from '#src/server/rateLimits.ts'
import { createTestDatabase } from '#tests/support/createTestDatabase.ts'
import type { TestDatabase } from '#tests/support/createTestDatabase.ts'

const LIMIT = 5

let database: TestDatabase
let pool: pg.Pool
let limits: ReturnType<typeof createRateLimits>
let server: http.Server
let url: string

const told = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${url}${path}`, { headers })
  return {
    status: answer.status,
    policy: answer.headers.get('ratelimit-policy'),
    left: /r=(\d+)/.exec(answer.headers.get('ratelimit') ?? '')?.[1],
    name: answer.headers.get('ratelimit')?.split(';')[0],
  }
}

beforeAll(async () => {
  database = await createTestDatabase()
  pool = new pg.Pool({ connectionString: database.appUrl })
  limits = createRateLimits({
    pool,
    readSession: async () => undefined,
    limits: { anonymousPerMinute: LIMIT },
  })
  const app = express()
  app.use(limits.general, (_req, res) => void res.end('long'))
  server = http.createServer((request, response) => {
    const headers = request.url === '/quick' && limits.quick(request, request.socket.remoteAddress)
    if (headers) response.writeHead(200, headers).end('quick')
    else app(request, response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await limits.stop()
  await pool.end()
  await database.drop()
})

describe('counting without Express', () => {
  it('counts in the same bucket, tells the same and refuses the same', async () => {
    const first = await told('/long')
    const second = await told('/quick')
    expect(first).toMatchObject({ status: 200, left: '4' })
    expect(second).toEqual({ ...first, left: '3' })
    expect(await told('/long')).toMatchObject({ left: '2' })
    expect(await told('/quick')).toMatchObject({ left: '1' })
    expect(await told('/quick')).toMatchObject({ status: 200, left: '0' })
    expect(await told('/quick')).toMatchObject({ status: 429 })
    expect(await told('/long')).toMatchObject({ status: 429 })
  })

  it('leaves whoever brings a cookie or a key to the long way', () => {
    const request = (headers: http.IncomingHttpHeaders) =>
      limits.quick({ headers } as http.IncomingMessage, '192.0.2.1')
    expect(request({ cookie: 'payload-token=x' })).toBeUndefined()
    expect(request({ authorization: 'JWT x' })).toBeUndefined()
    expect(request({})).toBeDefined()
  })
})
