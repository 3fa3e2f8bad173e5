import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { queueMail } from '#kit/mail/queueMail.ts'
import { buildIfStale } from '../../../src/start/buildIfStale.mjs'
import { createTestDatabase } from '#tests/support/createTestDatabase.ts'
import type { TestDatabase } from '#tests/support/createTestDatabase.ts'
import { startApp } from '#tests/support/startApp.ts'
import type { TestApp } from '#tests/support/startApp.ts'
import { startSmtp } from '#tests/support/startSmtp.ts'
import type { TestSmtp } from '#tests/support/startSmtp.ts'

let database: TestDatabase
let owner: pg.Pool
let silent: Server
let smtp: TestSmtp
const workers: TestApp[] = []

beforeAll(async () => {
  await buildIfStale({ isAdminWanted: false })
  database = await createTestDatabase()
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  owner.on('error', () => undefined)
  silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  smtp = await startSmtp()
})
afterAll(async () => {
  for (const one of workers) await one.stop()
  await smtp?.stop()
  silent?.close()
  await owner?.end()
  await database?.drop()
})

const startWorker = async (smtpUrl: string) => {
  const env = { DATABASE_URL: database.appUrl, SMTP_URL: smtpUrl, LOG_LEVEL: 'silent' }
  const worker = await startApp({ role: 'worker', env })
  workers.push(worker)
  return worker
}

const send = async (key: string) => {
  await queueMail(owner, { key, to: ['a@coloa.example'], subject: key, text: key, html: key })
}

const held = async () => {
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'sendMail' and locked_by is not null`,
  )
  return rows[0]?.n ?? 0
}

test('what a killed worker held in its hands is taken up by another within half a minute', async () => {
  const { port } = silent.address() as AddressInfo
  const killed = await startWorker(`smtp://127.0.0.1:${port}`)
  await send('storm')
  await expect.poll(held, { timeout: 10_000 }).toBe(1)
  killed.child.kill('SIGKILL')
  await once(killed.child, 'exit')
  await startWorker(smtp.url)
  expect((await smtp.arrived(1, 30_000)).map((one) => one.subject)).toEqual(['storm'])
})

test('what a living worker holds for long is left to it', async () => {
  const { port } = silent.address() as AddressInfo
  const [, second] = workers
  await second?.stop()
  await startWorker(`smtp://127.0.0.1:${port}`)
  await send('slow')
  await expect.poll(held, { timeout: 10_000 }).toBe(1)
  await startWorker(smtp.url)
  expect((await smtp.arrived(2, 20_000)).map((one) => one.subject)).toEqual(['storm'])
})
