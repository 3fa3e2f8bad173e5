import { runOnce } from 'graphile-worker'
import type pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JobContext } from '#kit/jobContext.ts'
import { queueMail } from '#kit/mail/queueMail.ts'
import { createSendMail } from '#kit/mail/sendMail.ts'
import { readRuntimeEnv } from '#kit/runtimeEnv.ts'
import { bootPayload } from '#tests/support/bootPayload.ts'
import type { BootedPayload } from '#tests/support/bootPayload.ts'
import { skipWaiting } from '#tests/support/skipWaiting.ts'
import { startSmtp } from '#tests/support/startSmtp.ts'
import type { TestSmtp } from '#tests/support/startSmtp.ts'
import { openPool } from '#tests/support/openPool.ts'

let app: BootedPayload
let smtp: TestSmtp
let pool: pg.Pool

beforeAll(async () => {
  app = await bootPayload()
  smtp = await startSmtp()
  pool = openPool(app.appUrl, 4)
})
afterAll(async () => {
  await pool.end()
  await smtp.stop()
  await app.stop()
})

/** Sends what is due now; a job that failed waits for its next turn. */
const work = async () => {
  const context: JobContext = {
    payload: app.payload,
    pool,
    env: readRuntimeEnv({ ...process.env, SMTP_URL: smtp.url, OPS_MAIL: 'ops@coloa.example' }),
    logger: pino({ level: 'silent' }),
    now: () => new Date(),
  }
  await runOnce({
    pgPool: pool,
    taskList: { sendMail: createSendMail(context) },
    noHandleSignals: true,
  })
}
const send = async (key: string, ...to: string[]) => {
  await queueMail(pool, { key, to, subject: key, text: key, html: key })
  await work()
}
const arrivals = () => smtp.mails.map((mail) => mail.subject)

test('a mailbox that is not there is noted, the others get the mail once, operations hear of it once', async () => {
  smtp.refuse = (email) => (/^gone/i.test(email) ? '550 5.1.1 No such user' : undefined)
  await send('one', 'an@coloa.example', 'Gone@coloa.example', 'binh@coloa.example')
  await work()
  expect(arrivals()).toEqual(['one', '[Thư không tới] gone@coloa.example'])
  const { rows } = await pool.query(
    `select delivered, sent_at is not null as sent from web.mails where key = 'one'`,
  )
  expect(rows).toEqual([{ delivered: ['an@coloa.example', 'binh@coloa.example'], sent: true }])
  const noted = await pool.query('select email, reason, mail_key from web.bounces')
  expect(noted.rows).toEqual([
    { email: 'gone@coloa.example', reason: '550 5.1.1 No such user', mail_key: 'one' },
  ])
})

test('nothing is tried at a bounced address from then on; a mail for it alone is dropped', async () => {
  let asked = 0
  smtp.refuse = () => {
    asked += 1
    return undefined
  }
  await send('two', 'gone@coloa.example')
  expect(asked).toBe(0)
  const { rows } = await pool.query<{ dropped: boolean }>(
    `select dropped_at is not null as dropped from web.mails where key = 'two'`,
  )
  expect(rows[0]?.dropped).toBe(true)
})

test('whoever the server puts off is tried again, without those who have the mail', async () => {
  const tried: string[] = []
  smtp.refuse = (email) => {
    tried.push(email)
    return email.startsWith('binh') ? '451 4.2.1 Try again later' : undefined
  }
  await send('three', 'an@coloa.example', 'binh@coloa.example')
  smtp.refuse = (email) => {
    tried.push(email)
    return undefined
  }
  await skipWaiting(pool)
  await work()
  expect(tried).toEqual(['an@coloa.example', 'binh@coloa.example', 'binh@coloa.example'])
  expect(arrivals().filter((one) => one === 'three')).toHaveLength(2)
})

test('a refusal of all by policy silences nobody', async () => {
  smtp.refuse = () => '550 5.7.1 Relaying denied'
  await send('four', 'an@coloa.example')
  smtp.refuse = () => undefined
  const { rows } = await pool.query('select email from web.bounces where cleared_at is null')
  expect(rows).toEqual([{ email: 'gone@coloa.example' }])
  await skipWaiting(pool)
  await work()
  expect(arrivals()).toContain('four')
})

test('an address that somebody enters anew gets mail again', async () => {
  const user = await app.payload.create({
    collection: 'users',
    data: { email: 'other@coloa.example', password: 'Mat-khau-1', fullName: 'Minh' },
    overrideAccess: true,
    depth: 0,
  })
  await app.payload.update({
    collection: 'users',
    id: user.id,
    data: { email: 'gone@coloa.example' },
    overrideAccess: true,
    depth: 0,
  })
  await send('five', 'gone@coloa.example')
  expect(arrivals()).toContain('five')
})
