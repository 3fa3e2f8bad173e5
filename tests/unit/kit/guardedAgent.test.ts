import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressRules } from '#kit/addressRules.ts'
import { callEndpoint } from '#plugins/cross-posting/webhooks/callEndpoint.ts'
import { guardedAgent } from '#kit/guardedAgent.ts'

let heard = 0
const server = createServer((req, res) => {
  heard += 1
  if (req.url === '/huge') res.end('x'.repeat(200_000))
  else if (req.url !== '/hang') res.end('{}')
})
let port: number

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const call = async (host: string, path: string, allowed: string[], deadlineMs = 2000) => {
  const agent = guardedAgent({ mayDial: addressRules(allowed), timeoutMs: 2000 })
  const url = `http://${host}:${port}${path}`
  const called = await callEndpoint(agent, { url, headers: {}, body: '{}', deadlineMs })
  await agent.destroy()
  return called.outcome
}

test('the rule holds for the address a name leads to, not for the name', async () => {
  expect(await call('localhost', '/', [])).toBe('forbidden_address')
  expect(await call('127.0.0.1', '/', [])).toBe('forbidden_address')
  expect(await call('2130706433', '/', []), '127.0.0.1 as one number').toBe('forbidden_address')
  expect(heard).toBe(0)
  expect(await call('localhost', '/', ['127.0.0.0/8', '::1/128'])).toBe('accepted')
  expect(heard).toBe(1)
})

test('a name that leads inside only at the second look is refused at the second dialling', async () => {
  let isInside = false
  const agent = guardedAgent({ mayDial: () => !isInside, timeoutMs: 2000 })
  const ask = { url: `http://localhost:${port}/`, headers: { connection: 'close' }, body: '{}' }
  expect((await callEndpoint(agent, ask)).outcome).toBe('accepted')
  isInside = true
  expect((await callEndpoint(agent, ask)).outcome).toBe('forbidden_address')
  await agent.destroy()
})

test('one deadline for all, and no answer without end', async () => {
  const allowed = ['127.0.0.0/8']
  expect(await call('127.0.0.1', '/hang', allowed, 200)).toBe('timeout')
  expect(await call('127.0.0.1', '/huge', allowed)).toBe('unreachable')
})
